import { Button } from "@trussworks/react-uswds";
import { useCallback, useState } from "react";
import { Link, useParams } from "react-router-dom";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useLoaded } from "../api/useLoaded";
import { ContactPanel } from "../contacts/ContactPanel";
import { AnotherAttempt } from "../desk/AnotherAttempt";
import { CaseActs } from "../desk/CaseActs";
import { CaseFacts } from "../desk/CaseFacts";
import { FromTheCaller } from "../desk/FromTheCaller";
import { PresentedScripts } from "../desk/PresentedScripts";
import { Promises } from "../desk/Promises";
import { RecordingPlayer, type Moment } from "../desk/RecordingPlayer";
import { Timeline } from "../desk/Timeline";
import { VerificationBadge } from "../desk/VerificationBadge";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { Debrief } from "../practice/Debrief";
import { WhatWasTold } from "../review/WhatWasTold";
import { Gone } from "../shell/Gone";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useSession } from "../shell/SignedIn";
import { useCopiesOnRecord, type HowCopied } from "../shell/useCopiesOnRecord";
import { useTitle } from "../shell/useTitle";

/** One call from its first ring to its end, to be read. */
export function CallPage() {
  const { t } = useWords();
  const { id = "" } = useParams();
  const [inFull, setInFull] = useState(false);
  const load = useCallback(() => (inFull ? center.callInFull(id) : center.callNamed(id)), [id, inFull]);
  const { value: call, refused, again } = useLoaded(load);
  useTitle(t("calls.call"));
  const region = useCopiesOnRecord<HTMLDivElement>(useCallback((how: HowCopied, classes: string[]) => center.callCopied(id, how, classes), [id]));
  return (
    <div className="page" ref={region}>
      <p><Link to="/calls">‹ {t("calls.back")}</Link></p>
      {refused && <><h1>{t("calls.call")}</h1><Problem why={refused} /></>}
      {!call && !refused && <p role="status">{t("app.loading")}</p>}
      {call && <Whole call={call} again={again} show={() => setInFull(true)} />}
    </div>
  );
}

function Whole({ call, again, show }: { call: CallView; again: () => void; show: () => void }) {
  const { t, named, language } = useWords();
  const { me } = useSession();
  const [moment, setMoment] = useState<Moment | null>(null);
  return (
    <>
      <h1>{t("calls.one", { time: dayAndTime(call.arrived_at, language) })}</h1>
      <p className="row">
        {call.practice && <span className="tag tag--alert">{t("practice.strip")}</span>}
        <span className="tag">{named("phase", call.phase)}</span>
        <span className="tag">{named("language", call.language)}</span>
        <VerificationBadge call={call} />
        {call.legal_hold && <span className="tag tag--alert">{t("calls.legal_hold")}</span>}
        {call.phase !== "ended" && <Button type="button" outline onClick={again}>{t("calls.refresh")}</Button>}
      </p>
      {/* The region stays when the button is gone, so that it is said what has become of it. */}
      <div className="row show-in-full" role="status">
        {call.masked
          ? <><Button type="button" outline onClick={show}>{t("calls.show")}</Button> <span className="muted">{t("calls.show_hint")}</span></>
          : <span className="usa-sr-only">{t("calls.in_full")}</span>}
      </div>
      <div className="call__columns">
        <div><Timeline entries={call.timeline} /></div>
        <div>
          {(call.emergency_note || call.emergency_note_gone) && (
            <Panel title={t("calls.emergency_note")}>
              <p>{call.emergency_note_gone ? <Gone why={call.emergency_note_gone} /> : call.emergency_note}</p>
            </Panel>
          )}
          <AnotherAttempt call={call} allowed={again} />
          {call.practice && <Debrief of={call.practice} />}
          <RecordingPlayer call={call} released={again} moment={moment} />
          <Promises call={call} />
          <FromTheCaller call={call} />
          {call.presented.some((told) => told.reviewed)
            ? <WhatWasTold call={call} changed={again} listen={(at) => setMoment({ at })} />
            : <PresentedScripts call={call} />}
          <CaseFacts call={call} />
          <CaseActs call={call} />
          {me?.role === "supervisor" && !call.practice && <ContactPanel call={call} changed={again} />}
        </div>
      </div>
    </>
  );
}
