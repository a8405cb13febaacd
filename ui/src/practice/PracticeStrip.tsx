import { Button } from "@trussworks/react-uswds";
import { practice } from "../api/practice";
import type { AgentView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** Above everything else of the desk while the person practises, so that nobody takes it for a real call. */
export function PracticeStrip({ view }: { view: AgentView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const between = view.state.name === "not_ready";
  return (
    <section className="practice-strip" aria-labelledby="practice-strip">
      <h2 id="practice-strip">{t("practice.strip")}</h2>
      <p role="status">{t("practice.apart")}</p>
      {between && <Button type="button" outline disabled={busy} onClick={() => void act(practice.leave)}>{t("practice.leave")}</Button>}
      <Problem why={error} />
    </section>
  );
}
