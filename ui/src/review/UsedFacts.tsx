import type { UsedFact } from "../api/reviews";
import { useWords } from "../i18n/Words";
import { Source } from "../desk/Source";

/** The facts in the words: what their source says now, and which it is. */
export function UsedFacts({ facts, spoken }: { facts: UsedFact[]; spoken: string }) {
  const { t, agencys } = useWords();
  if (facts.length === 0) return null;
  return (
    <dl className="facts facts--wide">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{agencys(fact.names)}</dt>
          <dd>
            {fact.now === null ? t("told.now_unknown") : <span lang={spoken} data-personal={fact.personal}>{fact.now}</span>}
            {" "}<Source source={fact.source} />
            {fact.differs && <span className="tag tag--alert">{t("told.differs")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
