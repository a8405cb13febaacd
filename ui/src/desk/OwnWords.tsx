import { Button, Label, Textarea } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";

/** What Tier 2 or a supervisor says besides what is approved, on record as such. */
export function OwnWords({ call }: { call: CallView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [said, setSaid] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => center.addOwnWords(call.id, said))) setSaid("");
  };
  return (
    <Panel title={t("own.title")}>
      <form onSubmit={(event) => void submit(event)}>
        <Label htmlFor="own-words" hint={<span className="usa-hint"> {t("own.hint")}</span>}>{t("own.said")}</Label>
        <Textarea id="own-words" name="own-words" rows={2} required maxLength={2000} value={said} onChange={(e) => setSaid(e.target.value)} />
        <Button type="submit" outline disabled={busy}>{t("own.record")}</Button>
        <Problem why={error} />
      </form>
    </Panel>
  );
}
