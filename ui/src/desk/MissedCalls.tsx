import { Alert } from "@trussworks/react-uswds";
import type { AgentState, Missed } from "../api/duty";
import { useWords } from "../i18n/Words";

/** What became of the last call that was presented here and not taken, and how to go on. */
export function MissedCalls({ state, missed }: { state: AgentState; missed: Missed }) {
  const { t, named } = useWords();
  const stopped = state.name === "not_ready" && state.reason === "missed calls";
  return (
    <div role="alert">
      {missed.last && (
        <Alert type={stopped ? "error" : "warning"} headingLevel="h3" slim>
          {stopped ? t("missed.stopped", { n: missed.in_a_row }) : named("missed", missed.last)}
          {state.name === "not_ready" && ` ${t("missed.go_on")}`}
        </Alert>
      )}
    </div>
  );
}
