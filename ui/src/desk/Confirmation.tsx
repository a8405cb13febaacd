import type { ServiceRequest } from "../api/types";
import { useWords } from "../i18n/Words";
import { day } from "../i18n/times";

export function Confirmation({ request, kind }: { request: ServiceRequest; kind: string }) {
  const { t, language } = useWords();
  return (
    <div className="promise">
      <h3>{kind}</h3>
      <p className="promise__label" id={`number-${request.number}`}>{t("request.number")}</p>
      <output className="promise__number" aria-labelledby={`number-${request.number}`}>{request.number}</output>
      <p>{t("request.say", { spoken: request.spoken })}</p>
      <dl className="facts">
        <div><dt>{t("request.office")}</dt><dd>{request.office_name}</dd></div>
        <div><dt>{t("request.because")}</dt><dd><ul className="plain">{request.because.map((why) => <li key={why}>{why}</li>)}</ul></dd></div>
      </dl>
      <p>{t("request.due", { date: day(request.due, language) })}</p>
    </div>
  );
}
