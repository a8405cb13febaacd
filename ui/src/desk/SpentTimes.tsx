import type { AgentState, Spent } from "../api/duty";
import { useWords } from "../i18n/Words";
import { clock, secondsBetween } from "../i18n/times";
import { useNow } from "../i18n/useNow";
import { useReason } from "./reasons";

/** The time in each state since sign-in; the one of now counts on. */
export function SpentTimes({ spent, state, practising }: { spent: Spent[]; state: AgentState; practising: boolean }) {
  const { t, named } = useWords();
  const reasonOf = useReason();
  const now = useNow();
  const isNow = (row: Spent) => practising ? row.reason === "practice" : row.name === state.name && (row.name !== "not_ready" || row.reason === state.reason);
  return (
    <details className="spent">
      <summary>{t("desk.spent")}</summary>
      <table className="data">
        <tbody>
          {spent.map((row) => (
            <tr key={row.state}>
              <th scope="row">{named("state", row.name)}{row.reason && `: ${reasonOf(row.reason, row.reason_names)}`}</th>
              <td>{clock(row.seconds + (isNow(row) ? secondsBetween(state.since, now) : 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
