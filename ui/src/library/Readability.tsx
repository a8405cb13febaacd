import type { Measured, Reads } from "../api/library";
import { useWords } from "../i18n/Words";

/** How hard it is to follow, and how long it takes to say, for each language. */
export function Readability({ measured }: { measured: Measured[] }) {
  const { t, named } = useWords();
  if (measured.length === 0) return <p className="muted">{t("reads.none")}</p>;
  return (
    <table className="data">
      <thead><tr><th scope="col">{t("reads.what")}</th><th scope="col">{t("reads.grade")}</th><th scope="col">{t("reads.length")}</th></tr></thead>
      <tbody>
        {measured.map(({ language, step, reads }) => (
          <tr key={`${language}/${step}`}>
            <th scope="row">{step || named("language", language)}</th>
            <td><Grade reads={reads} /></td>
            <td>{t("reads.words", { words: reads.words, seconds: reads.seconds })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Grade({ reads: { scale, score, level } }: { reads: Reads }) {
  const { t } = useWords();
  if (!scale || score === null || !level) return <>–</>;
  return <><span className={`tag ${level === "hard" ? "tag--alert" : "tag--good"}`}>{t(`reads.${level}`)}</span> {t(`reads.${scale}`, { score })}</>;
}
