import { Button, Label, Radio, Select, TextInput } from "@trussworks/react-uswds";
import { useEffect, useRef, useState } from "react";
import { center } from "../api/center";
import type { Choice, OnTheFloor, TheCaller } from "../api/duty";
import { useAct } from "../api/useAct";
import { SpentTimes } from "../desk/SpentTimes";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { DayOf } from "./DayOf";

interface Props { agent: OnTheFloor; reasons: Choice[]; mayChange: boolean; close: () => void }

/** One agent: what may be done about them, and their day. */
export function AboutAgent({ agent, reasons, mayChange, close }: Props) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel" aria-labelledby="about-agent">
      <div className="panel__head">
        <h2 id="about-agent" ref={heading} tabIndex={-1}>{agent.name}</h2>
        <Button type="button" unstyled onClick={close}>{t("floor.close")}</Button>
      </div>
      {mayChange && <ChangeState agent={agent} reasons={reasons} close={close} />}
      <SpentTimes spent={agent.spent} state={agent.state} practising={agent.practising} />
      <DayOf agent={agent} reasons={reasons} />
    </section>
  );
}

/** Not ready, or out, each with a reason that stays on record. */
function ChangeState({ agent, reasons, close }: Omit<Props, "mayChange">) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [reason, setReason] = useState(reasons[0]?.id ?? "");
  const [why, setWhy] = useState("");
  const [caller, setCaller] = useState<TheCaller>("finish");
  const talking = agent.state.name === "talking";
  const then = async (done: Promise<unknown>) => { await done; close(); };
  return (
    <>
      <Label htmlFor="why">{t("floor.say_why")}</Label>
      <TextInput id="why" name="why" type="text" maxLength={200} value={why} onChange={(e) => setWhy(e.target.value)} />
      <Label htmlFor="force-reason">{t("desk.reason")}</Label>
      <Select id="force-reason" name="force-reason" value={reason} onChange={(e) => setReason(e.target.value)}>
        {reasons.map(({ id, names }) => <option key={id} value={id}>{agencys(names)}</option>)}
      </Select>
      <Button type="button" outline disabled={busy} onClick={() => void act(() => then(center.putNotReady(agent.user, reason, why)))}>
        {t(talking ? "desk.not_ready_after" : "desk.not_ready")}
      </Button>
      {talking && (
        <fieldset className="usa-fieldset">
          <legend className="usa-legend">{t("floor.the_caller")}</legend>
          <Radio id="finish" name="caller" label={t("floor.finish")} checked={caller === "finish"} onChange={() => setCaller("finish")} />
          <Radio id="requeue" name="caller" label={t("floor.requeue")} checked={caller === "requeue"} onChange={() => setCaller("requeue")} />
        </fieldset>
      )}
      <Button type="button" secondary disabled={busy} onClick={() => void act(() => then(center.signOutAgent(agent.user, why, caller)))}>
        {t("floor.sign_out", { name: agent.name })}
      </Button>
      <Problem why={error} />
    </>
  );
}
