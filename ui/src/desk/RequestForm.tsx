import { Button, Label, Select, TextInput } from "@trussworks/react-uswds";
import { useRef, useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView, Target } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { NeededFacts } from "./NeededFacts";
import { keyedBy } from "./keyed";

interface Props { call: CallView; kind: string; setKind: (kind: string) => void }

export function RequestForm({ call, kind, setKind }: Props) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [receipt, setReceipt] = useState(() => keyedBy(call, "receipt"));
  const [facts, setFacts] = useState<Record<string, string>>({});
  // Made once for this form: pressing twice, or again after a lost answer, makes one request.
  const key = useRef(crypto.randomUUID());
  const chosen = call.request_kinds.find((one) => one.id === kind);
  const choose = (id: string) => {
    setFacts({});
    setKind(id);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => center.createRequest(call.id, key.current, { kind, receipt, facts }))) choose("");
  };
  if (call.request_kinds.length === 0) return null;
  return (
    <Panel title={t("request.title")}>
      <form onSubmit={(event) => void submit(event)}>
        <Label htmlFor="request-kind">{t("request.kind")}</Label>
        <Select id="request-kind" name="kind" required value={kind} onChange={(e) => choose(e.target.value)}>
          <option value="">{t("request.choose")}</option>
          {call.request_kinds.map((one) => <option key={one.id} value={one.id}>{agencys(one.names)}</option>)}
        </Select>
        {chosen && <p className="muted">{chosen.priority && t("request.priority")} {inTime(chosen.target, t)}</p>}
        <Label htmlFor="request-receipt">{t("request.receipt")}</Label>
        <TextInput id="request-receipt" name="receipt" type="text" autoComplete="off" value={receipt} onChange={(e) => setReceipt(e.target.value)} />
        {chosen && <NeededFacts needs={chosen.needs} facts={facts} setFacts={setFacts} />}
        <Button type="submit" disabled={busy}>{t("request.create")}</Button>
        <Problem why={error} />
      </form>
    </Panel>
  );
}

function inTime(target: Target, t: ReturnType<typeof useWords>["t"]): string {
  if (target.calendar_days) return t("request.target_calendar_days", { n: target.calendar_days });
  if (target.business_days) return t("request.target_business_days", { n: target.business_days });
  return t("request.target_business_hours", { n: target.business_hours ?? 0 });
}
