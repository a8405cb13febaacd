import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";

/** Why this agent was presented this call; of older calls in English, as it was written then. */
export function Because({ call }: { call: CallView }) {
  const { says } = useWords();
  return call.why ? <span>{says(call.why)}</span> : <span lang="en">{call.because}</span>;
}
