import { Alert, Button, Label, TextInput } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** What the authors of the scripts are told. May be left out. */
export function QuestionForm({ call }: { call: CallView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [asked, setAsked] = useState("");
  const [told, setTold] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => center.noteQuestion(call.id, asked))) setTold(true);
  };
  return (
    <>
      <div role="status">{told && <Alert type="info" headingLevel="h4" slim>{t("ways.told")}</Alert>}</div>
      {!told && (
        <form onSubmit={(event) => void submit(event)}>
          <Label htmlFor="asked" hint={<span className="usa-hint"> {t("ways.asked_hint")}</span>}>{t("ways.asked")}</Label>
          <TextInput id="asked" name="asked" type="text" required autoComplete="off" maxLength={200} value={asked} onChange={(e) => setAsked(e.target.value)} />
          <Button type="submit" disabled={busy}>{t("ways.tell")}</Button>
          <Problem why={error} />
        </form>
      )}
    </>
  );
}
