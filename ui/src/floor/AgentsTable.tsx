import { Button } from "@trussworks/react-uswds";
import { Link } from "react-router-dom";
import type { AgentState, Missed, OnTheFloor, Outcome } from "../api/duty";
import type { Role } from "../api/types";
import { Overdue } from "../desk/Overdue";
import { useReason } from "../desk/reasons";
import { useWords } from "../i18n/Words";
import { Since } from "../shell/Since";

const OUTCOMES: Outcome[] = ["timed_out", "rejected", "failed", "abandoned"];

/** The button that opens what may be done about an agent. */
export const openerOf = (user: string): string => `change-${user}`;

interface Props {
  agents: OnTheFloor[];
  role: Role;
  choose: (user: string) => void;
  /** Null for who does not listen in from here. */
  listen: ((call: string) => void) | null;
}

export function AgentsTable({ agents, role, choose, listen }: Props) {
  const { t, named } = useWords();
  return (
    <section aria-labelledby="agents">
      <h2 id="agents">{t("floor.agents")}</h2>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen */}
      <div className="scroll" role="region" aria-label={t("floor.agents")} tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("floor.who")}</th><th scope="col">{t("floor.state")}</th><th scope="col">{t("floor.since")}</th>
              <th scope="col">{t("floor.call")}</th><th scope="col">{t("floor.not_taken")}</th><th scope="col">{t("floor.signed_in")}</th>
              <th scope="col">{t("floor.act")}</th>
            </tr>
          </thead>
          <tbody>
            {agents.map((agent) => (
              <tr key={agent.user}>
                <th scope="row">{agent.name}<br /><small>{named("role", agent.role)}, {agent.site}</small></th>
                <td>{agent.practising && <span className="tag">{t("practice.strip")}</span>} <StateNow state={agent.state} /></td>
                <td>{agent.state.reason === "signed out" ? "–" : <><Since at={agent.state.since} /> <Overdue state={agent.state} /></>}</td>
                <td><CallNow agent={agent} opens={role === "supervisor"} listen={listen} /></td>
                <td><NotTaken missed={agent.missed} /></td>
                <td>{agent.signed_in_at ? <Since at={agent.signed_in_at} /> : "–"}</td>
                <td>{agent.signed_in_at && (
                  <Button id={openerOf(agent.user)} type="button" unstyled aria-label={t(role === "workforce" ? "floor.day_of" : "floor.open", { name: agent.name })} onClick={() => choose(agent.user)}>{t(role === "workforce" ? "floor.day" : "floor.change")}</Button>
                )}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function StateNow({ state }: { state: AgentState }) {
  const { t, named } = useWords();
  const reasonOf = useReason();
  const next = state.afterwards;
  return (
    <>
      <span className={state.watched || state.reason === "missed calls" ? "tag tag--alert" : undefined}>
        {named("state", state.name)}{state.reason && `: ${reasonOf(state.reason, state.reason_names)}`}
      </span>
      {state.by && <small> {t("desk.by", { name: state.by })}{state.why && ` “${state.why}”`}</small>}
      {next && <small> {t("floor.then", { reason: reasonOf(next.reason, next.reason_names) })}</small>}
    </>
  );
}

function CallNow({ agent, opens, listen }: { agent: OnTheFloor; opens: boolean; listen: Props["listen"] }) {
  const { t } = useWords();
  const { call, name } = agent.state;
  if (!opens) {
    return (
      <>
        {agent.call_since ? <Since at={agent.call_since} /> : "–"}
        {listen && call && name === "talking" && <> <Button type="button" unstyled aria-label={t("live.listen_to", { agent: agent.name })} onClick={() => listen(call)}>{t("supervise.monitor")}</Button></>}
      </>
    );
  }
  if (!call) return "–";
  return <><Link to={`/calls/${call}`} aria-label={t("floor.call_of", { name: agent.name })}>{t("floor.the_call")}</Link>{agent.call_since && <> <Since at={agent.call_since} /></>}</>;
}

/** Four different things: only the first is a call that the agent let ring. */
function NotTaken({ missed }: { missed: Missed }) {
  const { named } = useWords();
  const some = OUTCOMES.filter((outcome) => missed.counts[outcome]);
  if (some.length === 0) return "–";
  return <ul className="plain">{some.map((outcome) => <li key={outcome}>{named("unanswered", outcome)}: {missed.counts[outcome]}</li>)}</ul>;
}
