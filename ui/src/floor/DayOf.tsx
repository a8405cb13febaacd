import { useCallback } from "react";
import { center } from "../api/center";
import type { Choice, OnTheFloor, PastState } from "../api/duty";
import { useLoaded } from "../api/useLoaded";
import { useReason } from "../desk/reasons";
import { useWords } from "../i18n/Words";
import { clock, hourAndMinute, secondsBetween } from "../i18n/times";
import { useNow } from "../i18n/useNow";
import { Problem } from "../shell/Problem";

interface Props { agent: OnTheFloor; reasons: Choice[] }

/** What an agent was in over the last 24 hours, the newest first. */
export function DayOf({ agent, reasons }: Props) {
  const { t } = useWords();
  const { value, refused } = useLoaded(useCallback(() => center.statesOf(agent.user), [agent.user]));
  return (
    <details className="spent">
      <summary>{t("floor.last_day")}</summary>
      {refused && <Problem why={refused} />}
      {value && (value.states.length === 0 ? <p>{t("floor.no_states")}</p> : <Day states={value.states} reasons={reasons} />)}
    </details>
  );
}

function Day({ states, reasons }: { states: PastState[]; reasons: Choice[] }) {
  const { t, named, language } = useWords();
  const reasonOf = useReason();
  const now = useNow();
  const names = new Map(reasons.map((reason) => [reason.id, reason.names]));
  const until = (nth: number) => { const next = states[nth + 1]; return next ? Date.parse(next.since) : now; };
  return (
    <table className="data">
      <thead><tr><th scope="col">{t("floor.from")}</th><th scope="col">{t("floor.state")}</th><th scope="col">{t("floor.lasted")}</th></tr></thead>
      <tbody>
        {states.map((state, nth) => (
          <tr key={state.since + state.name}>
            <th scope="row">{hourAndMinute(state.since, language)}</th>
            <td>{named("state", state.name)}{state.reason && `: ${reasonOf(state.reason, names.get(state.reason) ?? null)}`}</td>
            <td>{clock(secondsBetween(state.since, until(nth)))}</td>
          </tr>
        )).reverse()}
      </tbody>
    </table>
  );
}
