import { Link } from "react-router-dom";
import type { Waiting } from "../api/duty";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { Since } from "../shell/Since";

/** Who waits, the longest first, and why nobody has been presented to them yet. */
export function WaitingTable({ waiting, inAll }: { waiting: Waiting[]; inAll: number }) {
  const { t, named, says, language } = useWords();
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t("floor.waiting", { n: inAll })}</h2>
      {waiting.length === 0 && <p>{t("floor.nobody_waits")}</p>}
      {waiting.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen
        <div className="scroll" role="region" aria-label={t("floor.waiting", { n: inAll })} tabIndex={0}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t("floor.waits")}</th><th scope="col">{t("floor.for")}</th><th scope="col">{t("floor.language")}</th>
                <th scope="col">{t("floor.why")}</th>
              </tr>
            </thead>
            <tbody>
              {waiting.map((caller) => (
                <tr key={caller.call}>
                  <th scope="row"><Link to={`/calls/${caller.call}`}>
                    <Since at={caller.since} /><span className="usa-sr-only"> {t("calls.open", { time: dayAndTime(caller.since, language) })}</span>
                  </Link></th>
                  <td>{named("tier", caller.tier)}{caller.skills.length > 0 && ` (${caller.skills.join(", ")})`}{caller.callback && `, ${t("floor.callback")}`}</td>
                  <td>{caller.language ? named("language", caller.language) : "–"}</td>
                  <td>{says(caller.sentence)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {inAll > waiting.length && <p>{t("floor.more", { n: inAll - waiting.length })}</p>}
    </section>
  );
}
