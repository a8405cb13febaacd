import type { UsedFact } from "../api/reviews";
import { useWords } from "../i18n/Words";
import { timeOfDay } from "../i18n/times";

/** The facts in the words: where they came from, and what that says now. */
export function UsedFacts({ facts, at, spoken }: { facts: UsedFact[]; at: string; spoken: string }) {
  const { t, language } = useWords();
  if (facts.length === 0) return null;
  return (
    <dl className="facts facts--wide">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.now === null ? t("told.now_unknown") : <span lang={spoken}>{fact.now}</span>}
            <small className="muted">{t("told.source", { source: fact.source, time: timeOfDay(at, language) })}</small>
            {fact.differs && <span className="tag tag--alert">{t("told.differs")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
