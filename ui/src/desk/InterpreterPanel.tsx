import { Button, Label, Select, TextInput } from "@trussworks/react-uswds";
import { useCallback, useState } from "react";
import { center } from "../api/center";
import type { CallView, ListedInterpreter } from "../api/types";
import { useAct } from "../api/useAct";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";

/** Somebody of the agency's list who interprets; and keys, such as for the menu of their line. */
export function InterpreterPanel({ call }: { call: CallView }) {
  const { t, named } = useWords();
  const { act, busy, error } = useAct();
  const { value } = useLoaded(useCallback(() => center.interpreters(call.id), [call.id]));
  const [chosen, setChosen] = useState("");
  const [keys, setKeys] = useState("");
  const listed = value ?? [];
  const about = (one: ListedInterpreter) => [one.languages.join(", "), one.answers ? "" : t("interpreter.closed")].filter(Boolean).join("; ");
  const present = call.interpreter && call.interpreter.state !== "missed" ? call.interpreter : null;
  const note = present?.note || listed.find((one) => one.id === chosen)?.note;
  const send = () => void act(async () => { await center.pressKeys(call.id, keys); setKeys(""); });
  return (
    <Panel title={t("interpreter.title")}>
      <p role="status">{call.interpreter && `${call.interpreter.name}: ${named("interpreter", call.interpreter.state)}`}</p>
      {!present && listed.length > 0 && (
        <>
          <Label htmlFor="interpreter">{t("interpreter.choose")}</Label>
          <Select id="interpreter" name="interpreter" value={chosen} onChange={(e) => setChosen(e.target.value)}>
            <option value="">–</option>
            {listed.map((one) => <option key={one.id} value={one.id}>{one.name} ({about(one)})</option>)}
          </Select>
        </>
      )}
      {note && <p className="muted">{note}</p>}
      <div className="row">
        {present
          ? <Button type="button" outline disabled={busy} onClick={() => void act(() => center.letInterpreterGo(call.id))}>{t("interpreter.let_go")}</Button>
          : <Button type="button" outline disabled={busy || !chosen} onClick={() => void act(() => center.callInterpreter(call.id, chosen))}>{t("interpreter.call")}</Button>}
      </div>
      <Label htmlFor="keys">{t("keys.label")}</Label>
      <TextInput id="keys" name="keys" type="text" inputMode="tel" autoComplete="off" value={keys} onChange={(e) => setKeys(e.target.value)} />
      <div className="row">
        <Button type="button" outline disabled={busy || !keys} onClick={send}>{t("keys.send")}</Button>
      </div>
      <Problem why={error} />
    </Panel>
  );
}
