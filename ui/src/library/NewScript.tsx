import { Button, Label, TextInput } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router-dom";
import { library, NOTHING_YET } from "../api/library";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** Its name among the files, and then its page to write on. */
export function NewScript() {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [id, setId] = useState("");
  const go = useNavigate();
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => library.begin(id.trim(), NOTHING_YET))) await go(`/library/${id.trim()}`);
  };
  return (
    <form onSubmit={(event) => void begin(event)}>
      <Label htmlFor="new-id" hint={<span className="usa-hint"> {t("library.new_hint")}</span>}>{t("library.name")}</Label>
      <TextInput id="new-id" name="id" type="text" required autoComplete="off" maxLength={60} value={id} onChange={(e) => setId(e.target.value)} />
      <Button type="submit" disabled={busy}>{t("library.begin")}</Button>
      <Problem why={error} />
    </form>
  );
}
