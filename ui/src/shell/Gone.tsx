import type { Sentence } from "../api/sentence";
import { useWords } from "../i18n/Words";

/** In the place of what was destroyed by schedule. */
export function Gone({ why }: { why: Sentence }) {
  const { says } = useWords();
  return <em className="muted">{says(why)}</em>;
}
