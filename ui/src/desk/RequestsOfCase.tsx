import type { CallView, RequestOfCase } from "../api/types";
import type { Key } from "../i18n/en";
import { useWords } from "../i18n/Words";
import { day } from "../i18n/times";
import { Panel } from "../shell/Panel";
import { RepliesOf } from "./RepliesOf";
import { TellOffice } from "./TellOffice";

const STANDS: Record<RequestOfCase["status"], Key> = {
  open: "requests.open", asked_back: "requests.asked_back", answered: "requests.answered",
};

/** What was asked for about the verified caller's case, also on earlier calls, and how it stands. */
export function RequestsOfCase({ call }: { call: CallView }) {
  const { t } = useWords();
  if (call.requests_of_case.length === 0) return null;
  return (
    <Panel title={t("requests.title")}>
      {call.requests_of_case.map((request) => <OneRequest key={request.number} call={call} request={request} />)}
    </Panel>
  );
}

function OneRequest({ call, request }: { call: CallView; request: RequestOfCase }) {
  const { t, agencys, language } = useWords();
  return (
    <section aria-label={request.number}>
      <h3>{agencys(request.kind_names)}</h3>
      <p className="row">
        <span>{request.number}</span>
        <span className={request.status === "asked_back" ? "tag tag--alert" : "tag"}>{t(STANDS[request.status])}</span>
        {request.overdue && <span className="tag tag--alert">{t("requests.late")}</span>}
      </p>
      <dl className="facts">
        <div><dt>{t("requests.made")}</dt><dd>{day(request.made_at, language)}</dd></div>
        {request.status !== "answered" && request.due && <div><dt>{t("requests.due")}</dt><dd>{day(request.due, language)}</dd></div>}
        <div><dt>{t("requests.office")}</dt><dd>{request.office_name}</dd></div>
      </dl>
      <RepliesOf request={request} />
      {call.role === "serving" && <TellOffice call={call} request={request} />}
    </section>
  );
}
