import { Link } from "react-router-dom";
import type { OfficeRequest } from "../../api/types";
import { useWords } from "../../i18n/Words";
import { dayAndTime } from "../../i18n/times";

export function InboxTable({ requests, chosen }: { requests: OfficeRequest[]; chosen: string | undefined }) {
  const { t, agencys, language } = useWords();
  if (requests.length === 0) return <p className="quiet">{t("office.none")}</p>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen
    <div className="scroll panel" role="region" aria-label={t("office.title")} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("office.number")}</th><th scope="col">{t("office.kind")}</th>
            <th scope="col">{t("office.priority")}</th><th scope="col">{t("office.due")}</th><th scope="col">{t("office.status")}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((one) => (
            <tr key={one.number} className={one.number === chosen ? "chosen" : ""}>
              <th scope="row">
                <Link to={`/office/${one.number}`} aria-current={one.number === chosen ? "page" : undefined}>{one.number}</Link>
              </th>
              <td>{agencys(one.kind_names)}{one.agency_error && <> <span className="tag tag--alert">{t("office.agency_error")}</span></>}</td>
              <td>{one.priority ? <span className="tag tag--alert">{t("office.priority")}</span> : t("office.normal")}</td>
              <td>
                {one.due ? dayAndTime(one.due, language) : "–"}{" "}
                {one.overdue && <span className="tag tag--alert">{t("office.overdue")}</span>}
              </td>
              <td>{t(`office.${one.status}`)}{one.taken_by && <span className="muted"> · {one.taken_by.name}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
