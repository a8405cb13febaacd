import { Button, Label, Select, TextInput } from "@trussworks/react-uswds";
import { useRef, useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView, RequestKind } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { keyedBy } from "./keyed";

interface Props { call: CallView; kind: string; setKind: (kind: string) => void }

export function RequestForm({ call, kind, setKind }: Props) {
  const { t } = useWords();
  const chosen = call.request_kinds.find((one) => one.id === kind);
  if (call.request_kinds.length === 0) return null;
  return (
    <Panel title={t("request.title")}>
      <Label htmlFor="request-kind">{t("request.kind")}</Label>
      <Select id="request-kind" name="kind" value={kind} onChange={(e) => setKind(e.target.value)}>
        <option value="">{t("request.choose")}</option>
        {call.request_kinds.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </Select>
      {chosen && <Facts key={chosen.id} call={call} kind={chosen} done={() => setKind("")} />}
    </Panel>
  );
}

function Facts({ call, kind, done }: { call: CallView; kind: RequestKind; done: () => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [receipt, setReceipt] = useState(() => keyedBy(call, "receipt"));
  const [facts, setFacts] = useState<Record<string, string>>({});
  // Made once for this form: pressing twice, or again after a lost answer, makes one request.
  const key = useRef(crypto.randomUUID());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => center.createRequest(call.id, key.current, { kind: kind.id, receipt, facts }))) done();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {kind.guidance && <p className="muted">{kind.guidance}</p>}
      <Label htmlFor="request-receipt">{t("request.receipt")}</Label>
      <TextInput id="request-receipt" name="receipt" type="text" autoComplete="off" value={receipt} onChange={(e) => setReceipt(e.target.value)} />
      {kind.needs.map((need) => (
        <div key={need.name}>
          <Label htmlFor={`fact-${need.name}`} hint={need.hint && <span className="usa-hint"> {need.hint}</span>}>{need.label}</Label>
          <TextInput
            id={`fact-${need.name}`} name={need.name} type="text" autoComplete="off" required value={facts[need.name] ?? ""}
            onChange={(e) => setFacts({ ...facts, [need.name]: e.target.value })}
          />
        </div>
      ))}
      <Button type="submit" disabled={busy}>{t("request.create")}</Button>
      <Problem text={error} />
    </form>
  );
}
