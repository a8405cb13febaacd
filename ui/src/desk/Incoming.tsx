import { Button } from "@trussworks/react-uswds";
import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import type { Phone } from "../phone/Phone";
import { Since } from "../shell/Since";
import { Because } from "./Because";
import { FromTheCaller } from "./FromTheCaller";
import { Handed } from "./Handed";
import { PresentedScripts } from "./PresentedScripts";
import { Timeline } from "./Timeline";

/** A call presented to this agent, or a callback until the caller is on the line. Answering is done on the phone, so the keys work once it rings. */
export function Incoming({ call, phone, ringing }: { call: CallView; phone: Phone | null; ringing: boolean }) {
  const { t, named } = useWords();
  const dialling = call.phase === "calling_back";
  return (
    <div className="call">
      <section className="incoming" aria-labelledby="incoming">
        <div role="alert"><h2 id="incoming">{t(titleOf(call))}</h2></div>
        {dialling
          ? <p role="status">{t("incoming.stay")}</p>
          : (
            <div className="row">
              <Button type="button" size="big" className="answer" disabled={!ringing} onClick={() => phone?.answer()}>{t("incoming.answer")}</Button>
              <Button type="button" size="big" secondary disabled={!ringing} onClick={() => phone?.reject()}>{t("incoming.reject")}</Button>
            </div>
          )}
        {!ringing && !dialling && <p role="status">{t("incoming.connecting_phone")}</p>}
        <dl className="facts">
          {call.because && <div><dt>{t("incoming.why")}</dt><dd><Because call={call} /></dd></div>}
          <div><dt>{t("incoming.language")}</dt><dd>{named("language", call.language)}</dd></div>
          {call.callback && <div><dt>{t("incoming.promised")}</dt><dd><Since at={call.callback.promised_at} /></dd></div>}
          {call.callback && call.callback.attempts > 0 && <div><dt>{t("incoming.attempts")}</dt><dd>{call.callback.attempts}</dd></div>}
          {call.waiting_since && <div><dt>{t("incoming.waited")}</dt><dd><Since at={call.waiting_since} /></dd></div>}
        </dl>
      </section>
      <div className="call__columns">
        <div><Handed call={call} /><FromTheCaller call={call} /><PresentedScripts call={call} /></div>
        <div><Timeline entries={call.timeline} /></div>
      </div>
    </div>
  );
}

function titleOf(call: CallView) {
  if (call.phase === "calling_back") return "incoming.dialling";
  return call.callback ? "incoming.callback" : "incoming.title";
}
