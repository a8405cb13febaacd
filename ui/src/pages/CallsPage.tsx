import { Button } from "@trussworks/react-uswds";
import { Link } from "react-router-dom";
import { center } from "../api/center";
import type { CallSummary } from "../api/types";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";

export function CallsPage() {
  const { t } = useWords();
  const { value, refused, again } = useLoaded(center.calls);
  useTitle(t("calls.title"));
  return (
    <div className="page">
      <div className="page__head"><h1>{t("calls.title")}</h1><Button type="button" outline onClick={again}>{t("calls.refresh")}</Button></div>
      {refused && <Problem why={refused} />}
      {!value && !refused && <p role="status">{t("app.loading")}</p>}
      {value && (value.calls.length === 0 ? <p>{t("calls.none")}</p> : <CallsTable calls={value.calls} />)}
    </div>
  );
}

function CallsTable({ calls }: { calls: CallSummary[] }) {
  const { t, named, language } = useWords();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen
    <div className="scroll" role="region" aria-label={t("calls.title")} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("calls.arrived")}</th><th scope="col">{t("calls.phase")}</th><th scope="col">{t("calls.people")}</th>
            <th scope="col">{t("calls.requests")}</th><th scope="col">{t("calls.ending")}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => {
            const arrived = dayAndTime(call.arrived_at, language);
            return (
              <tr key={call.id}>
                <th scope="row"><Link to={`/calls/${call.id}`} aria-label={t("calls.open", { time: arrived })}>{arrived}</Link></th>
                <td>{named("phase", call.phase)}{call.callback && <>, {t("calls.promised", { time: dayAndTime(call.callback.promised_at, language) })}</>}</td>
                <td>{call.people.map((p) => p.name).join(", ") || "–"}</td>
                <td>{call.requests.join(", ") || "–"}</td>
                <td>{call.ending ? named("ending", call.ending) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
