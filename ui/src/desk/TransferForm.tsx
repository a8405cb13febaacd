import { Button, Label, Select, Textarea } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView, Me, Trigger } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import type { Key } from "../i18n/en";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { triggersFor } from "./triggers";

const REASON_LABELS: Partial<Record<Trigger, Key>> = { upset: "transfer.reason_upset", urgent: "transfer.reason_urgent" };

interface Props { call: CallView; me: Me }

export function TransferForm({ call, me }: Props) {
  const { t, named } = useWords();
  const [to, choose] = useState<string | null>(null);
  if (call.may_transfer_to.length === 0) return null;
  return (
    <Panel title={t("transfer.title")}>
      {to === null
        ? (
          <div className="row">
            {call.may_transfer_to.map((tier) => (
              <Button key={tier} type="button" outline onClick={() => choose(tier)}>{named("transfer", `to_${tier}`)}</Button>
            ))}
          </div>
        )
        : <Why key={to} call={call} me={me} to={to} cancel={() => choose(null)} />}
    </Panel>
  );
}

function Why({ call, me, to, cancel }: Props & { to: string; cancel: () => void }) {
  const { t, named } = useWords();
  const { act, busy, error } = useAct();
  const triggers = triggersFor(to, me);
  const [trigger, setTrigger] = useState<Trigger>(triggers[0] ?? "unresolved");
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act(() => center.transfer(call.id, to, trigger, reason));
  };
  return (
    <form onSubmit={submit}>
      <Label htmlFor="trigger">{t("transfer.why")}</Label>
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the form takes the place of the button just pressed */}
      <Select id="trigger" name="trigger" autoFocus value={trigger} onChange={(e) => setTrigger(e.target.value as Trigger)}>
        {triggers.map((one) => <option key={one} value={one}>{t(`transfer.${one}`)}</option>)}
      </Select>
      <Label htmlFor="transfer-reason">{t(REASON_LABELS[trigger] ?? "transfer.reason")}</Label>
      <Textarea id="transfer-reason" name="reason" rows={2} required value={reason} onChange={(e) => setReason(e.target.value)} />
      <div className="row form-end">
        <Button type="submit" disabled={busy}>{named("transfer", `to_${to}`)}</Button>
        <Button type="button" unstyled onClick={cancel}>{t("transfer.cancel")}</Button>
      </div>
      <Problem text={error} />
    </form>
  );
}
