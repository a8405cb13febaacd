import { Button, Label, Textarea } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../../api/center";
import { useAct } from "../../api/useAct";
import { useWords } from "../../i18n/Words";
import { Problem } from "../../shell/Problem";

/** Until the caller has said it, the request waits for them. */
export function AskBack({ number, done }: { number: string; done: () => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [words, setWords] = useState("");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => center.askCallerBack(number, words))) done();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Label htmlFor="ask-words">{t("office.question")}</Label>
      <Textarea id="ask-words" name="words" rows={3} required value={words} onChange={(e) => setWords(e.target.value)} />
      <p className="muted">{t("office.question_hint")}</p>
      <Button type="submit" disabled={busy}>{t("office.ask_now")}</Button>
      <Problem why={error} />
    </form>
  );
}
