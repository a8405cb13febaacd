import type { Vocabulary } from "../api/library";
import { useWords } from "../i18n/Words";

/** The facts that may be blanks, as they are written. */
export function Blanks({ vocabulary, tiers }: { vocabulary: Vocabulary; tiers: string[] }) {
  const { t } = useWords();
  const facts = tiers.includes("1") ? vocabulary.facts : [...vocabulary.facts, ...vocabulary.other_facts];
  if (facts.length === 0) return null;
  return (
    <details>
      <summary>{t("write.blanks")}</summary>
      <p>{facts.map((fact) => <code key={fact} className="blank">{`{${fact}}`}</code>)}</p>
      <p className="muted">{t("write.blanks_hint")}</p>
    </details>
  );
}
