import type { QueueLine } from "../api/duty";
import { useWords } from "../i18n/Words";
import { Since } from "../shell/Since";

/** How many wait in each line and for how long, and nothing of whom. */
export function LinesTable({ lines, inAll }: { lines: QueueLine[]; inAll: number }) {
  const { t, named } = useWords();
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t("floor.waiting", { n: inAll })}</h2>
      {lines.length === 0 && <p>{t("floor.nobody_waits")}</p>}
      {lines.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen
        <div className="scroll" role="region" aria-label={t("floor.lines")} tabIndex={0}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t("floor.for")}</th><th scope="col">{t("floor.language")}</th>
                <th scope="col">{t("floor.how_many")}</th><th scope="col">{t("floor.longest")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.tier} ${line.language}`}>
                  <th scope="row">{named("tier", line.tier)}</th><td>{named("language", line.language)}</td>
                  <td>{line.waiting}</td><td><Since at={line.since} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
