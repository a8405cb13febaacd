import type { Happened as What } from "../api/library";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";

/** Who did what, and when; the newest first. */
export function Happened({ happened }: { happened: What[] }) {
  const { t, named, language } = useWords();
  return (
    <ul className="plain">
      {happened.map(({ at, by, did, version, words }, n) => (
        <li key={n}>
          <b>{named("did", did)}</b>{version > 0 && <> {t("scripts.version", { version })}</>} · {by} · <span className="muted">{dayAndTime(at, language)}</span>
          {words && <div className="wrap">{words}</div>}
        </li>
      ))}
    </ul>
  );
}
