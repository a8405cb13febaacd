import { useEffect } from "react";
import { Link } from "react-router-dom";
import { contacts } from "../api/contacts";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { hourAndMinute } from "../i18n/times";
import { Panel } from "../shell/Panel";

const LOOK_AGAIN_MS = 10_000;

/** What offices were asked in writing and no contact has acknowledged, also in calls that are over. */
export function OpenOffices() {
  const { t, agencys, language } = useWords();
  const { value, again } = useLoaded(contacts.open);
  useEffect(() => {
    const timer = window.setInterval(again, LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [again]);
  if (!value || value.asked.length === 0) return null;
  return (
    <Panel title={t("contact.open_title")}>
      <ul className="plain">
        {value.asked.map((one) => (
          <li key={`${one.call} ${one.id}`}>
            <span className={one.state === "unreached" ? "tag tag--alert" : "tag"}>{t(`contact_state.${one.state}`)}</span>{" "}
            <Link to={`/calls/${one.call}`}>{agencys(one.office)}: {agencys(one.subject)}</Link> · {one.contact}
            {one.due && <span className="muted"> · {t("contact.due", { time: hourAndMinute(one.due, language) })}</span>}
            <span className="muted"> · {one.by}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
