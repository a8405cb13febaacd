import { Button } from "@trussworks/react-uswds";
import { Link } from "react-router-dom";
import { center } from "../api/center";
import type { ToldCall } from "../api/types";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";

/** The calls in which CSRs of one's own site told callers something, for quality reviewers. */
export function SiteCallsPage() {
  const { t } = useWords();
  const { value, refused, again } = useLoaded(center.toldCalls);
  useTitle(t("told.calls"));
  return (
    <div className="page">
      <div className="page__head"><h1>{t("told.calls")}</h1><Button type="button" outline onClick={again}>{t("calls.refresh")}</Button></div>
      {refused && <Problem why={refused} />}
      {!value && !refused && <p role="status">{t("app.loading")}</p>}
      {value && (value.calls.length === 0 ? <p>{t("told.no_calls")}</p> : <Calls calls={value.calls} />)}
    </div>
  );
}

function Calls({ calls }: { calls: ToldCall[] }) {
  const { t, named, language } = useWords();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen
    <div className="scroll" role="region" aria-label={t("told.calls")} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("calls.arrived")}</th><th scope="col">{t("floor.language")}</th>
            <th scope="col">{t("told.by")}</th><th scope="col">{t("told.how_often")}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => {
            const arrived = dayAndTime(call.arrived_at, language);
            return (
              <tr key={call.id}>
                <th scope="row"><Link to={`/told/${call.id}`} aria-label={t("calls.open", { time: arrived })}>{arrived}</Link></th>
                <td>{named("language", call.language)}</td><td>{call.by.join(", ")}</td><td>{call.told}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
