import type { AgentState } from "../api/duty";
import { useWords } from "../i18n/Words";
import { secondsBetween } from "../i18n/times";
import { useNow } from "../i18n/useNow";

/** A sign that the state takes longer than the agency expects of it. */
export function Overdue({ state }: { state: AgentState }) {
  const { t } = useWords();
  const minutes = secondsBetween(state.since, useNow()) / 60;
  if (state.longest_minutes === null || minutes <= state.longest_minutes) return null;
  return <span className="tag tag--alert">{t("desk.overdue", { minutes: state.longest_minutes })}</span>;
}
