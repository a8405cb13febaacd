import { Button, Fieldset, Label, Radio, Textarea } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { CallView, Me, Trigger } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import type { Key } from "../i18n/en";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";

const REASON_LABELS: Partial<Record<Trigger, Key>> = { upset: "transfer.reason_upset", urgent: "transfer.reason_urgent" };

/** The reasons of the policy; which fits which tier the center decides, and says in words why not. */
function triggersOf(me: Me): Trigger[] {
  const judgement: Trigger[] = me.role === "officer" ? ["officer_judgement"] : [];
  return ["unresolved", "caller_asked", "upset", "urgent", ...judgement];
}

export function TransferForm({ call, me }: { call: CallView; me: Me }) {
  const { t, named } = useWords();
  const { act, busy, error } = useAct();
  const [trigger, setTrigger] = useState<Trigger>("unresolved");
  const [reason, setReason] = useState("");
  if (call.may_transfer_to.length === 0) return null;
  const possible = (to: string) => to === "supervisor" || trigger !== "caller_asked";
  return (
    <Panel title={t("transfer.title")}>
      <Fieldset legend={t("transfer.why")}>
        {triggersOf(me).map((one) => (
          <Radio key={one} id={`trigger-${one}`} name="trigger" label={t(`transfer.${one}`)} checked={trigger === one} onChange={() => setTrigger(one)} />
        ))}
      </Fieldset>
      <Label htmlFor="transfer-reason">{t(REASON_LABELS[trigger] ?? "transfer.reason")}</Label>
      <Textarea id="transfer-reason" name="reason" rows={2} value={reason} onChange={(e) => setReason(e.target.value)} />
      <div className="row">
        {call.may_transfer_to.map((to) => (
          <Button key={to} type="button" outline disabled={busy || !possible(to)} onClick={() => void act(() => center.transfer(call.id, to, trigger, reason))}>
            {named("transfer", `to_${to}`)}
          </Button>
        ))}
      </div>
      <Problem text={error} />
    </Panel>
  );
}
