import { Alert, Button, Label, TextInput } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** A way on, and counted: what callers ask that no approved wording answers. */
export function NoScriptFits({ call }: { call: CallView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState("");
  const [recorded, setRecorded] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const after = await act(() => center.noScriptFits(call.id, asked));
    if (!after) return;
    setRecorded(true);
    setOpen(false);
    setAsked("");
  };
  return (
    <div className="no-fit">
      <Button type="button" outline aria-expanded={open} onClick={() => setOpen(!open)}>{t("scripts.no_fit")}</Button>
      <div role="status">{recorded && !open && <Alert type="info" headingLevel="h3" slim>{t("scripts.recorded")}</Alert>}</div>
      {open && (
        <form onSubmit={(event) => void submit(event)}>
          <Label htmlFor="asked">{t("scripts.asked")}</Label>
          <TextInput id="asked" name="asked" type="text" required value={asked} onChange={(e) => setAsked(e.target.value)} />
          <Button type="submit" disabled={busy}>{t("scripts.record")}</Button>
          <Problem why={error} />
        </form>
      )}
    </div>
  );
}
