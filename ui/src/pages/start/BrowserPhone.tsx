import { Alert, Button } from "@trussworks/react-uswds";
import { useWords } from "../../i18n/Words";
import { useRing } from "../../phone/usePhone";
import { Panel } from "../../shell/Panel";
import { Problem } from "../../shell/Problem";
import { Since } from "../../shell/Since";
import { DialPad } from "./DialPad";
import { TranscriptLog } from "./TranscriptLog";
import { useTrialCall, type TrialCall } from "./useTrialCall";

export function BrowserPhone() {
  const { t } = useWords();
  const trial = useTrialCall();
  useRing(trial.phone.line === "ringing");
  const inCall = trial.phone.line !== "none";
  return (
    <Panel title={t("start.call_heading")} className="phone">
      <p>{t("start.call_lead")}</p>
      <p className="muted">{t("start.trial")}</p>
      <Problem why={typeof trial.problem === "string" ? t(trial.problem) : trial.problem} />
      <div className="phone__status">
        <strong role="status">{t(stateOf(trial))}</strong>
        {trial.since && <span>{t("call.duration")} <Since at={trial.since} /></span>}
      </div>
      {trial.phone.line === "ringing" && <Button type="button" size="big" className="answer" onClick={trial.answer}>{t("start.answer")}</Button>}
      {inCall
        ? <Button type="button" secondary size="big" onClick={trial.hangUp}>{t("start.hang_up")}</Button>
        : <Button type="button" size="big" onClick={() => void trial.call()}>{t("start.call")}</Button>}
      {!trial.connected && <Alert type="warning" headingLevel="h3" slim>{t("app.reconnecting")}</Alert>}
      <div className="phone__body">
        <DialPad live={trial.phone.line === "talking"} press={trial.press} />
        <TranscriptLog lines={trial.transcript.lines} />
      </div>
    </Panel>
  );
}

function stateOf({ phone, transcript, since }: TrialCall) {
  if (phone.line === "ringing") return "call.ringing";
  if (phone.line === "none" && transcript.state === "promised") return "call.promised";
  if (phone.line === "dialling" || (phone.line === "talking" && transcript.state === "idle")) return "call.connecting";
  if (phone.line === "none") return since === null && transcript.state === "idle" ? "call.idle" : "call.ended";
  return `call.${transcript.state}` as const;
}
