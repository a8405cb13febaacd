import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { QuestionForm } from "./QuestionForm";
import { ScriptChoices } from "./ScriptChoices";

/** Where no script fits: general words, a request, a transfer, a supervisor. They lead to the forms on this screen. */
export function WaysOn({ call, close }: { call: CallView; close: () => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, []);
  const general = call.scripts.filter((script) => script.general);
  const upwards = call.transfer ? [] : call.may_transfer_to;
  return (
    <div className="ways">
      <h3 ref={heading} tabIndex={-1}>{t("ways.title")}</h3>
      {general.length > 0 && <ScriptChoices scripts={general} busy={busy} present={(script) => void act(() => center.present(call.id, script))} />}
      <div className="row">
        {call.request_kinds.length > 0 && <Button type="button" outline onClick={() => document.getElementById("request-kind")?.focus()}>{t("ways.request")}</Button>}
        {upwards.some((to) => to !== "supervisor") && <Button type="button" outline onClick={toTransfer}>{t("ways.transfer")}</Button>}
        {upwards.includes("supervisor") && <Button type="button" outline onClick={toTransfer}>{t("ways.supervisor")}</Button>}
      </div>
      <Problem why={error} />
      {call.verification !== "special" && <QuestionForm call={call} />}
      <Button type="button" unstyled onClick={close}>{t("ways.close")}</Button>
    </div>
  );
}

/** Its form has what the next person needs to read; the reason is chosen already. */
function toTransfer(): void {
  document.getElementById("trigger-unresolved")?.click();
  document.getElementById("transfer-reason")?.focus();
}
