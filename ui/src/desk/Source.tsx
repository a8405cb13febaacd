import type { FieldSource } from "../api/types";
import { hourAndMinute } from "../i18n/times";
import { useWords } from "../i18n/Words";

/** Which system a fact is from, and when it said so. */
export function Source({ source }: { source: FieldSource }) {
  const { t, agencys, language } = useWords();
  const named = agencys(source.names);
  if (!source.as_of) return <small className="muted">{t("case.source", { source: named })}</small>;
  const time = hourAndMinute(source.as_of, language);
  return <small className="muted">{t(source.stale ? "case.stale" : "case.source_as_of", { source: named, time })}</small>;
}
