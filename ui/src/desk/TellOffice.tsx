import { Button, Label, Textarea } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView, RequestOfCase } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** What the caller says to the office: the answer to its question, or something new. Its time runs again. */
export function TellOffice({ call, request }: { call: CallView; request: RequestOfCase }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [opened, setOpened] = useState(false);
  const [said, setSaid] = useState("");
  const [written, setWritten] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!await act(() => center.tellOffice(call.id, request.number, said))) return;
    setSaid("");
    setOpened(false);
    setWritten(true);
  };
  const id = `told-${request.number}`;
  const open = opened || request.status === "asked_back";
  return (
    <>
      <p role="status">{written && t("requests.told")}</p>
      {open
        ? (
          <form onSubmit={(event) => void submit(event)}>
            <Label htmlFor={id}>{t(request.status === "asked_back" ? "requests.answer" : "requests.say")}</Label>
            <Textarea id={id} name="said" required rows={3} maxLength={2000} value={said} onChange={(e) => setSaid(e.target.value)} />
            <Button type="submit" disabled={busy}>{t("requests.write_down")}</Button>
            <Problem why={error} />
          </form>
        )
        : <Button type="button" outline onClick={() => { setWritten(false); setOpened(true); }}>{t("requests.open_form", { number: request.number })}</Button>}
    </>
  );
}
