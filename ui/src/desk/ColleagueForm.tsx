import { Button, Label, TextInput } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { WhomSelect } from "./WhomSelect";
import { useColleagues } from "./useColleagues";

/** Speaking with a colleague and going on with the caller; or giving the caller back to the queue. */
export function ColleagueForm({ call }: { call: CallView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const { colleagues, again } = useColleagues(call.id);
  const [person, setPerson] = useState("");
  const [reason, setReason] = useState("");
  return (
    <Panel title={t("consult.title")}>
      <WhomSelect id="consult-person" label={t("consult.whom")} anybody={t("consult.choose")} colleagues={colleagues} value={person} choose={setPerson} open={again} />
      <Label htmlFor="consult-reason">{t("consult.reason")}</Label>
      <TextInput id="consult-reason" name="consult-reason" type="text" value={reason} onChange={(e) => setReason(e.target.value)} />
      <div className="row">
        <Button type="button" outline disabled={busy || !person} onClick={() => void act(() => center.consult(call.id, { person }, reason))}>{t("consult.ask")}</Button>
        <Button type="button" outline disabled={busy} onClick={() => void act(() => center.giveBack(call.id, reason))}>{t("consult.give_back")}</Button>
      </div>
      <Problem why={error} />
    </Panel>
  );
}
