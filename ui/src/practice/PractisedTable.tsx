import { Link } from "react-router-dom";
import type { Compared, Practised } from "../api/practice";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";

/** The practice calls of late, the newest first; `withNames` for supervisors, who can open them. */
export function PractisedTable({ practised, withNames = false }: { practised: Practised[]; withNames?: boolean }) {
  const { t, agencys, language } = useWords();
  return (
    <section aria-labelledby="practised">
      <h2 id="practised">{t("practice.practised")}</h2>
      {practised.length === 0 && <p>{t("practice.none")}</p>}
      {practised.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen
        <div className="scroll" role="region" aria-label={t("practice.practised")} tabIndex={0}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t("practice.when")}</th>{withNames && <th scope="col">{t("floor.who")}</th>}
                <th scope="col">{t("practice.case")}</th><th scope="col">{t("practice.result")}</th>
              </tr>
            </thead>
            <tbody>
              {practised.map((one) => (
                <tr key={one.call}>
                  <th scope="row">{withNames ? <Link to={`/calls/${one.call}`}>{dayAndTime(one.at, language)}</Link> : dayAndTime(one.at, language)}</th>
                  {withNames && <td>{one.name}</td>}
                  <td>{agencys(one.titles)}</td>
                  <td><Result one={one} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Result({ one }: { one: Practised }) {
  const { t, named, agencys } = useWords();
  if (!one.over) return t("practice.under_way");
  const expected = one.debrief.filter((point) => point.expected);
  if (expected.length === 0) return "–";
  const missed = expected.filter((point) => !point.done);
  const words = (point: Compared) => [named("practice_point", point.point), agencys(point.names)].filter(Boolean).join(": ");
  return (
    <>
      {t("practice.score", { n: expected.length - missed.length, of: expected.length })}
      {missed.length > 0 && <small> {t("practice.missed", { what: missed.map(words).join("; ") })}</small>}
    </>
  );
}
