import { useCallback } from "react";
import { Link, useParams } from "react-router-dom";
import { center } from "../api/center";
import { useLoaded } from "../api/useLoaded";
import { RecordingPlayer } from "../desk/RecordingPlayer";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { ToldWords } from "../review/ToldWords";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useCopiesOnRecord, type HowCopied } from "../shell/useCopiesOnRecord";
import { useTitle } from "../shell/useTitle";

/** What one's own site told the caller of one call, in the exact words. */
export function SiteCallPage() {
  const { t, language } = useWords();
  const { id = "" } = useParams();
  const { value: call, refused } = useLoaded(useCallback(() => center.toldIn(id), [id]));
  const region = useCopiesOnRecord<HTMLDivElement>(useCallback((how: HowCopied, classes: string[]) => center.siteCallCopied(id, how, classes), [id]));
  useTitle(t("told.title"));
  return (
    <div className="page" ref={region}>
      <p><Link to="/told">‹ {t("told.back")}</Link></p>
      <h1>{call ? t("calls.one", { time: dayAndTime(call.arrived_at, language) }) : t("calls.call")}</h1>
      {refused && <Problem why={refused} />}
      {!call && !refused && <p role="status">{t("app.loading")}</p>}
      {call && <RecordingPlayer call={call} released={nothing} moment={null} />}
      {call && <Panel title={t("told.title")}>{call.words.map((told) => <ToldWords key={told.at + told.step} told={told} />)}</Panel>}
    </div>
  );
}

const nothing = () => undefined;
