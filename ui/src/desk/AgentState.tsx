import { Alert, Button, Label, Select } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { AgentState as State } from "../api/duty";
import type { AgentView, Me } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { EnterPractice } from "../practice/EnterPractice";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { Since } from "../shell/Since";
import { MissedCalls } from "./MissedCalls";
import { Overdue } from "./Overdue";
import { SpentTimes } from "./SpentTimes";
import { useReason } from "./reasons";

export function AgentState({ me, view }: { me: Me; view: AgentView | null }) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [chosen, setChosen] = useState("");
  const state = view?.state;
  const reasons = view?.reasons ?? [];
  const reason = chosen || reasons[0]?.id || "";
  const inCall = state?.name === "talking" || state?.name === "reserved";
  const supervising = state?.reason === "supervising";
  const mayTakeBack = inCall && state.afterwards !== null && state.afterwards.by === null;
  return (
    <Panel title={t("desk.state")} className={`state state--${state?.name ?? "not_ready"}`}>
      {state && <Now state={state} />}
      {view && <MissedCalls state={view.state} missed={view.missed} />}
      <div className="row">
        <Button type="button" disabled={busy || !state || supervising || view.practising || (inCall && !mayTakeBack)} onClick={() => void act(center.ready)}>{t("desk.ready")}</Button>
        <Button type="button" outline disabled={busy || supervising || reason === ""} onClick={() => void act(() => center.notReady(reason))}>
          {t(inCall ? "desk.not_ready_after" : "desk.not_ready")}
        </Button>
      </div>
      <Label htmlFor="reason">{t("desk.reason")}</Label>
      <Select id="reason" name="reason" value={reason} onChange={(e) => setChosen(e.target.value)}>
        {reasons.map(({ id, names }) => <option key={id} value={id}>{agencys(names)}</option>)}
      </Select>
      <Problem why={error} />
      {view && <EnterPractice view={view} />}
      {view && <SpentTimes spent={view.spent} state={view.state} practising={view.practising} />}
      <p className="agent-number">{t("desk.my_number")}: <strong>{me.number}</strong> <span className="muted">({t("desk.say_number")})</span></p>
    </Panel>
  );
}

/** What the agent is now, who wanted it, and what comes after the call at hand. */
function Now({ state }: { state: State }) {
  const { t, named } = useWords();
  const reasonOf = useReason();
  const next = state.afterwards;
  return (
    <>
      <p className="state__now">
        <strong role="status">
          {named("state", state.name)}{state.reason && `: ${reasonOf(state.reason, state.reason_names)}`}
        </strong>{" "}
        <Since at={state.since} /> <Overdue state={state} />
      </p>
      <div role="status">
        {state.by && <Alert type="info" headingLevel="h3" slim>{t("desk.by", { name: state.by })}{state.why && ` “${state.why}”`}</Alert>}
        {next && (
          <Alert type="info" headingLevel="h3" slim>
            {t(next.reason === "signed out" ? "desk.then_signed_out" : "desk.then", { reason: reasonOf(next.reason, next.reason_names) })}
            {next.by && ` ${t("desk.by", { name: next.by })}`}{next.why && ` “${next.why}”`}
          </Alert>
        )}
      </div>
    </>
  );
}
