import type { WrittenStep } from "../api/library";
import { useWords } from "../i18n/Words";
import { wayInWords } from "./ways";

/** Where the answers of a guide lead, and what the agent does: all that is approved besides the words that are read. */
export function GuideShown({ steps, languages }: { steps: WrittenStep[]; languages: string[] }) {
  const { t, agencys } = useWords();
  const inAll = (words: Record<string, string>) => languages.map((language) => words[language]).filter(Boolean).join(" / ");
  return (
    <ol className="guide">
      {steps.map((step) => (
        <li key={step.id}>
          <b>{step.id}</b> <span className="muted">{agencys(step.says)}</span>
          {inAll(step.do) && <div><b>{t("write.do")}:</b> {inAll(step.do)}</div>}
          <ul>
            {step.choices.map(({ when, to }, n) => <li key={n}>{inAll(when)} → {wayInWords(to, t)}</li>)}
            {step.next && <li>→ {wayInWords(step.next, t)}</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}
