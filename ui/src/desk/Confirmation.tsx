import type { ServiceRequest } from "../api/types";
import { useWords } from "../i18n/Words";
import { day } from "../i18n/times";
import { Panel } from "../shell/Panel";

export function Confirmation({ request }: { request: ServiceRequest }) {
  const { t, agencys, language } = useWords();
  return (
    <Panel title={`${t("request.title")}: ${agencys(request.kind_names)}`} className="promise">
      <p className="promise__label">{t("request.number")}</p>
      <p className="promise__number">{request.number}</p>
      <p>{t("request.say", { spoken: request.spoken })}</p>
      {request.followed_up && <p>{t("request.followed_up", { date: day(request.made_at, language) })}</p>}
      <dl className="facts">
        <div><dt>{t("request.office")}</dt><dd>{request.office_name}</dd></div>
        {request.because.length > 0 && <div><dt>{t("request.because")}</dt><dd><ul className="plain">{request.because.map((why) => <li key={why}>{why}</li>)}</ul></dd></div>}
      </dl>
      {request.due && <p>{t("request.due", { date: day(request.due, language) })}</p>}
    </Panel>
  );
}
