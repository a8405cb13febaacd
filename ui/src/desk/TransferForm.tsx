import { Button, Fieldset, Label, Radio, Textarea, TextInput } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { CallView, Me, Trigger, Whom } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import type { Key } from "../i18n/en";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { WhomSelect } from "./WhomSelect";
import { useColleagues } from "./useColleagues";

const REASON_LABELS: Partial<Record<Trigger, Key>> = { upset: "transfer.reason_upset", urgent: "transfer.reason_urgent" };
const WAYS = ["warm", "blind", "callback"] as const;
type Way = (typeof WAYS)[number];

/** The reasons of the policy; which fits which tier the center decides, and says in words why not. */
function triggersOf(me: Me): Trigger[] {
  const judgement: Trigger[] = me.role === "officer" ? ["officer_judgement"] : [];
  return ["unresolved", "caller_asked", "upset", "urgent", ...judgement];
}

export function TransferForm({ call, me }: { call: CallView; me: Me }) {
  const { t, named } = useWords();
  const { act, busy, error } = useAct();
  const { colleagues, again } = useColleagues(call.id);
  const [trigger, setTrigger] = useState<Trigger>("unresolved");
  const [reason, setReason] = useState("");
  const [way, setWay] = useState<Way>("warm");
  const [person, setPerson] = useState("");
  const [phone, setPhone] = useState("");
  if (call.may_transfer_to.length === 0) return null;
  const fitting = colleagues.filter((one) => one.triggers.includes(trigger));
  const chosen = fitting.find((one) => one.user === person);
  const possible = (to: string) => to === "supervisor" || trigger !== "caller_asked";
  const send = (whom: Whom) => act(() => {
    if (way === "blind") return center.handOn(call.id, whom, trigger, reason);
    if (way === "callback") return center.bookCallback(call.id, whom, trigger, reason, phone);
    return center.transfer(call.id, whom, trigger, reason);
  });
  return (
    <Panel title={t("transfer.title")}>
      <Fieldset legend={t("transfer.why")}>
        {triggersOf(me).map((one) => (
          <Radio key={one} id={`trigger-${one}`} name="trigger" label={t(`transfer.${one}`)} checked={trigger === one} onChange={() => setTrigger(one)} />
        ))}
      </Fieldset>
      <Label htmlFor="transfer-reason">{t(REASON_LABELS[trigger] ?? "transfer.reason")}</Label>
      <Textarea id="transfer-reason" name="reason" rows={2} value={reason} onChange={(e) => setReason(e.target.value)} />
      <Fieldset legend={t("transfer.how")}>
        {WAYS.map((one) => (
          <Radio key={one} id={`way-${one}`} name="way" label={t(`transfer.way_${one}`)} checked={way === one} onChange={() => setWay(one)} />
        ))}
      </Fieldset>
      {way === "callback" && (
        <>
          <Label htmlFor="transfer-phone">{t("transfer.phone")}</Label>
          <TextInput id="transfer-phone" name="phone" type="tel" value={phone} onChange={(e) => setPhone(e.target.value)} />
        </>
      )}
      <WhomSelect id="transfer-person" label={t("transfer.person")} anybody={t("whom.anybody")} colleagues={fitting} value={chosen ? person : ""} choose={setPerson} open={again} />
      <div className="row">
        {chosen
          ? <Button type="button" outline disabled={busy} onClick={() => void send({ person: chosen.user })}>{t("transfer.to_person", { name: chosen.name })}</Button>
          : call.may_transfer_to.map((to) => (
            <Button key={to} type="button" outline disabled={busy || !possible(to)} onClick={() => void send({ to })}>
              {named("transfer", `to_${to}`)}
            </Button>
          ))}
      </div>
      <Problem why={error} />
    </Panel>
  );
}
