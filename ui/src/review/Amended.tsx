import type { Amendment } from "../api/types";
import { useWords } from "../i18n/Words";
import type { Key } from "../i18n/en";
import { dayAndTime } from "../i18n/times";

const HEADINGS: Record<Amendment["state"], Key> = { asked: "amended.asked", granted: "amended.granted", denied: "amended.denied" };

/** Beside a value on record: what its person says is wrong with it, and what has become of that. */
export function Amended({ of }: { of: Amendment | null }) {
  const { t, language } = useWords();
  if (!of) return null;
  return (
    <div className="amended">
      <p><span className="tag tag--alert">{t(HEADINGS[of.state])}</span> <time dateTime={of.at}>{dayAndTime(of.at, language)}</time></p>
      {of.instead && <p><b>{t("amended.instead")}:</b> {of.instead}</p>}
      {of.state === "asked" && of.asks && <p><b>{t("amended.asks")}:</b> {of.asks}</p>}
      {of.why && <p><b>{t("amended.why")}:</b> {of.why}</p>}
      {of.statement && <p><b>{t("amended.statement")}:</b> {of.statement}</p>}
    </div>
  );
}
