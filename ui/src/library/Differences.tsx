import type { Difference, Piece } from "../api/library";
import { useWords } from "../i18n/Words";

/** Word by word: what is gone is struck out, what came is underlined, and both are said to who hears the page. */
export function Differences({ differences }: { differences: Difference[] }) {
  const { t, named } = useWords();
  if (differences.length === 0) return <p>{t("compare.same")}</p>;
  return (
    <dl className="differences">
      {differences.map(({ part, step, language, pieces }) => (
        <div key={`${part}/${step}/${language}`}>
          <dt>{[named("part", part), step && t("way.step", { step }), language && named("language", language)].filter(Boolean).join(", ")}</dt>
          <dd lang={language || undefined}>{pieces.map((piece, n) => <Words key={n} piece={piece} />)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Words({ piece: { of, text } }: { piece: Piece }) {
  const { t } = useWords();
  if (of === "before") return <del><span className="usa-sr-only">{t("compare.gone")} </span>{text}</del>;
  if (of === "now") return <ins><span className="usa-sr-only">{t("compare.came")} </span>{text}</ins>;
  return <>{text}</>;
}
