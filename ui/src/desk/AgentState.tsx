import { Button, Label, Select } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { AgentState as State, Me } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { Since } from "../shell/Since";

const REASONS = ["break", "meal", "training", "meeting", "paperwork"] as const;

export function AgentState({ me, state }: { me: Me; state: State | null }) {
  const { t, named } = useWords();
  const { act, busy, error } = useAct();
  const [reason, setReason] = useState<string>(REASONS[0]);
  const inCall = state?.name === "talking" || state?.name === "reserved" || state?.reason === "supervising";
  return (
    <Panel title={t("desk.state")} className={`state state--${state?.name ?? "not_ready"}`}>
      {state && (
        <p className="state__now">
          <strong role="status">
            {named("state", state.name)}{state.reason && `: ${named("reason", state.reason)}`}
          </strong>{" "}
          <Since at={state.since} />
        </p>
      )}
      <div className="row">
        <Button type="button" disabled={busy || inCall} onClick={() => void act(center.ready)}>{t("desk.ready")}</Button>
        <Button type="button" outline disabled={busy || inCall} onClick={() => void act(() => center.notReady(reason))}>{t("desk.not_ready")}</Button>
      </div>
      <Label htmlFor="reason">{t("desk.reason")}</Label>
      <Select id="reason" name="reason" value={reason} onChange={(e) => setReason(e.target.value)}>
        {REASONS.map((name) => <option key={name} value={name}>{t(`reason.${name}`)}</option>)}
      </Select>
      <Problem text={error} />
      <p className="agent-number">{t("desk.my_number")}: <strong>{me.number}</strong> <span className="muted">({t("desk.say_number")})</span></p>
    </Panel>
  );
}
