import { Button, Label, Select } from "@trussworks/react-uswds";
import { useRef, useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView, RequestKind, Target } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { AlreadyAsked } from "./AlreadyAsked";
import { FormField } from "./FormField";
import { NeededFacts } from "./NeededFacts";
import { keyedBy } from "./keyed";
import { useWrong } from "./useWrong";

interface Props { call: CallView; kind: string; setKind: (kind: string) => void }

export function RequestForm({ call, kind, setKind }: Props) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [typed, type] = useState<string | null>(null);
  const receipt = typed ?? receiptOf(call);
  const [filled, fill] = useState<{ kind: string; facts: Record<string, string> }>({ kind: "", facts: {} });
  const chosen = call.request_kinds.find((one) => one.id === kind);
  // A script or a guide may have chosen the kind.
  const facts = filled.kind === kind ? filled.facts : known(chosen);
  const matter = { kind, receipt, facts };
  const { wrong, look, refused, forget } = useWrong(call.id, matter);
  // Made once for each form: pressing twice, or again after a lost answer, makes one request.
  const key = useRef(crypto.randomUUID());
  const choose = (id: string) => {
    forget();
    setKind(id);
  };
  const send = async () => {
    try {
      return await center.createRequest(call.id, key.current, matter);
    } catch (why) {
      refused(why);
      throw why;
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!await act(send)) return;
    key.current = crypto.randomUUID();
    fill({ kind: "", facts: {} });
    choose("");
  };
  if (call.request_kinds.length === 0) return null;
  const standing = chosen && standingOf(call, chosen);
  return (
    <Panel title={t("request.title")}>
      <form onSubmit={(event) => void submit(event)}>
        <Label htmlFor="request-kind">{t("request.kind")}</Label>
        <Select id="request-kind" name="kind" required value={kind} onChange={(e) => choose(e.target.value)}>
          <option value="">{t("request.choose")}</option>
          {call.request_kinds.map((one) => <option key={one.id} value={one.id}>{agencys(one.names)}</option>)}
        </Select>
        <div role="status">{standing && <AlreadyAsked request={standing} />}</div>
        {chosen && !standing && <p className="muted">{chosen.priority && t("request.priority")} {inTime(chosen.target, t)}</p>}
        <FormField
          id="request-receipt" name="receipt" label={t("request.receipt")} value={receipt} wrong={wrong.receipt} change={type} left={look}
        />
        {chosen && (
          <NeededFacts needs={chosen.needs} facts={facts} setFacts={(now) => fill({ kind, facts: now })} wrong={wrong} left={look} />
        )}
        <Button type="submit" disabled={busy}>{t(standing ? "request.add" : "request.create")}</Button>
        <Problem why={error} />
      </form>
    </Panel>
  );
}

/** Of the verified case, else as it was keyed. */
const receiptOf = (call: CallView): string => call.case?.fields.find((field) => field.name === "receipt")?.value ?? keyedBy(call, "receipt");

const known = (kind: RequestKind | undefined): Record<string, string> =>
  Object.fromEntries((kind?.needs ?? []).filter((need) => need.value).map((need) => [need.name, need.value]));

/** The request that one more of this kind is added to. */
const standingOf = (call: CallView, kind: RequestKind) =>
  kind.follows_up ? call.requests_of_case.findLast((one) => one.kind === kind.id && one.status !== "answered") : undefined;

function inTime(target: Target, t: ReturnType<typeof useWords>["t"]): string {
  if (target.calendar_days) return t("request.target_calendar_days", { n: target.calendar_days });
  if (target.business_days) return t("request.target_business_days", { n: target.business_days });
  return t("request.target_business_hours", { n: target.business_hours ?? 0 });
}
