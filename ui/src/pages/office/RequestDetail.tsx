import { useCallback } from "react";
import { center } from "../../api/center";
import type { Office, OfficeRequestDetail } from "../../api/types";
import { useLoaded } from "../../api/useLoaded";
import { useWords } from "../../i18n/Words";
import { dayAndTime } from "../../i18n/times";
import { WorkOnIt } from "./WorkOnIt";
import { Amended } from "../../review/Amended";
import { Gone } from "../../shell/Gone";
import { Panel } from "../../shell/Panel";
import { Problem } from "../../shell/Problem";
import { useSession } from "../../shell/SignedIn";
import { useCopiesOnRecord, type HowCopied } from "../../shell/useCopiesOnRecord";

interface Props { number: string; offices: Office[]; done: () => void; moved: () => void }

export function RequestDetail({ number, offices, done, moved }: Props) {
  const { t } = useWords();
  const { me } = useSession();
  const { value, refused, again } = useLoaded(useCallback(() => center.officeRequest(number), [number]));
  return (
    <Panel title={t("office.request", { number })}>
      {refused && <Problem why={refused} />}
      {value && me && <WorkOnIt request={value} me={me} offices={offices} done={() => { again(); done(); }} moved={moved} />}
      {value ? <Whole request={value} /> : !refused && <p role="status">{t("app.loading")}</p>}
    </Panel>
  );
}

function Whole({ request }: { request: OfficeRequestDetail }) {
  const { t, named, agencys, says, language } = useWords();
  const { name, role, number } = request.created_by;
  const copied = useCallback((how: HowCopied, classes: string[]) => center.requestCopied(request.number, how, classes), [request.number]);
  const region = useCopiesOnRecord<HTMLDivElement>(copied);
  return (
    <div ref={region}>
      <p className="row">
        <strong>{agencys(request.kind_names)}</strong>
        <span className="tag">{t(`office.${request.status}`)}</span>
        {request.agency_error && <span className="tag tag--alert">{t("office.agency_error")}</span>}
        {request.priority && <span className="tag tag--alert">{t("office.priority")}</span>}
      </p>
      <dl className="facts">
        <div><dt>{t("office.created")}</dt><dd>{dayAndTime(request.created_at, language)}</dd></div>
        <div><dt>{t("office.due")}</dt><dd>{request.due ? dayAndTime(request.due, language) : "–"}</dd></div>
      </dl>
      <p>{t("office.by", { by: [name, role && named("role", role), number].filter(Boolean).join(", ") })}</p>
      <h3>{t("office.facts")}</h3>
      <dl className="facts">{request.facts.map((fact) => <div key={fact.name}><dt>{agencys(fact.names)}</dt><dd data-personal={fact.personal}>{fact.gone ? <Gone why={fact.gone} /> : fact.value}<Amended of={fact.amended} /></dd></div>)}</dl>
      <p className="muted">{t("case.copying")}</p>
      <h3>{t("office.because")}</h3>
      <ol className="plain because">{request.because.map((why) => <li key={why.says}>{why.says}</li>)}</ol>
      <h3>{t("office.history")}</h3>
      <ol className="plain">
        {request.history.map((entry, n) => (
          <li key={n}><time dateTime={entry.at}>{dayAndTime(entry.at, language)}</time> · <b>{entry.who}</b> {says(entry.what)}{entry.gone ? <Gone why={entry.gone} /> : entry.words && <blockquote className="request-words" data-personal="words">{entry.words}</blockquote>}</li>
        ))}
      </ol>
    </div>
  );
}
