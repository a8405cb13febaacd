import { Button } from "@trussworks/react-uswds";
import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import type { Phone } from "../phone/Phone";
import { Since } from "../shell/Since";
import { FromTheCaller } from "./FromTheCaller";
import { Timeline } from "./Timeline";

/** A call presented to this agent. Answering is done on the phone, so the keys work once it rings. */
export function Incoming({ call, phone, ringing }: { call: CallView; phone: Phone | null; ringing: boolean }) {
  const { t, named } = useWords();
  return (
    <div className="call">
      <section className="incoming" aria-labelledby="incoming">
        <div role="alert"><h2 id="incoming">{t("incoming.title")}</h2></div>
        <div className="row">
          <Button type="button" size="big" className="answer" disabled={!ringing} onClick={() => phone?.answer()}>{t("incoming.answer")}</Button>
          <Button type="button" size="big" secondary disabled={!ringing} onClick={() => phone?.reject()}>{t("incoming.reject")}</Button>
        </div>
        {!ringing && <p role="status">{t("incoming.connecting_phone")}</p>}
        <dl className="facts">
          {call.because && <div><dt>{t("incoming.why")}</dt><dd lang="en">{call.because}</dd></div>}
          <div><dt>{t("incoming.language")}</dt><dd>{named("language", call.language)}</dd></div>
          {call.waiting_since && <div><dt>{t("incoming.waited")}</dt><dd><Since at={call.waiting_since} /></dd></div>}
        </dl>
      </section>
      <div className="call__columns">
        <div><FromTheCaller call={call} /></div>
        <div><Timeline entries={call.timeline} /></div>
      </div>
    </div>
  );
}
