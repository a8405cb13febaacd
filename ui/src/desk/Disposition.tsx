import { Button, Label, Select } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { Dispositions } from "../api/duty";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";

/** What came of the call, by the agency's list. */
export function Disposition({ call, dispositions }: { call: string; dispositions: Dispositions }) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [code, setCode] = useState(dispositions.chosen ?? "");
  const { choices, chosen, required } = dispositions;
  const kept = choices.find(({ id }) => id === chosen);
  return (
    <Panel title={t("disposition.title")}>
      <p>{t(required ? "disposition.required" : "disposition.optional")}</p>
      <Label htmlFor="disposition">{t("disposition.what")}</Label>
      <Select id="disposition" name="disposition" value={code} onChange={(e) => setCode(e.target.value)}>
        <option value="">{t("disposition.choose")}</option>
        {choices.map(({ id, names }) => <option key={id} value={id}>{agencys(names)}</option>)}
      </Select>
      <Button type="button" disabled={busy || code === "" || code === chosen} onClick={() => void act(() => center.dispose(call, code))}>
        {t("disposition.keep")}
      </Button>
      <p role="status">{kept && t("disposition.kept", { what: agencys(kept.names) })}</p>
      <Problem why={error} />
    </Panel>
  );
}
