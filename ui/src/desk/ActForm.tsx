import { Button, Checkbox, Label, Select, TextInput } from "@trussworks/react-uswds";
import { useRef, useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { ActionOffered, CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

interface Props { call: CallView; offered: ActionOffered[] }

export function ActForm({ call, offered }: Props) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [chosen, choose] = useState("");
  const [note, setNote] = useState("");
  const [byHand, setByHand] = useState(false);
  // Made once for each act: pressing twice, or again after a lost answer, does it once.
  const key = useRef(crypto.randomUUID());
  const action = offered[Number(chosen)];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen || !action) return;
    const done = { system: action.system, action: action.action, note, by_hand: byHand || !action.written };
    if (!await act(() => center.actInSystem(call.id, key.current, done))) return;
    key.current = crypto.randomUUID();
    choose("");
    setNote("");
    setByHand(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Label htmlFor="act-action">{t("acts.what")}</Label>
      <Select id="act-action" name="action" required value={chosen} onChange={(e) => choose(e.target.value)}>
        <option value="">{t("acts.choose")}</option>
        {offered.map((one, n) => <option key={n} value={n}>{agencys(one.names)} – {agencys(one.system_names)}</option>)}
      </Select>
      <Label htmlFor="act-note">{t("acts.note")}</Label>
      <TextInput id="act-note" name="note" type="text" autoComplete="off" maxLength={500} value={note} onChange={(e) => setNote(e.target.value)} />
      {chosen && action?.written && (
        <Checkbox id="act-by-hand" name="by-hand" label={t("acts.did_it")} checked={byHand} onChange={(e) => setByHand(e.target.checked)} />
      )}
      {chosen && action && !action.written && <p className="muted">{t("acts.by_hand_only", { system: agencys(action.system_names) })}</p>}
      <Button type="submit" disabled={busy}>{t(chosen && action?.written && !byHand ? "acts.write" : "acts.note_it")}</Button>
      <Problem why={error} />
    </form>
  );
}
