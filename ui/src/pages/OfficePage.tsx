import { useEffect } from "react";
import { useNavigate, useParams } from "react-router-dom";
import { center } from "../api/center";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";
import { InboxTable } from "./office/InboxTable";
import { RequestDetail } from "./office/RequestDetail";

const LOOK_AGAIN_MS = 5_000;

export function OfficePage() {
  const { t } = useWords();
  const { number } = useParams();
  const navigate = useNavigate();
  const { value: inbox, refused, again } = useLoaded(center.inbox);
  useTitle(number ? t("office.request", { number }) : t("office.title"));
  useEffect(() => {
    const timer = window.setInterval(again, LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [again]);
  return (
    <div className="page">
      <h1>{inbox ? t("office.inbox_of", { office: inbox.office.name }) : t("office.title")}</h1>
      {refused && <Problem why={refused} />}
      {!inbox && !refused && <p role="status">{t("app.loading")}</p>}
      {inbox && (
        <div className="office">
          <InboxTable requests={inbox.requests} chosen={number} />
          {number ? <RequestDetail key={number} number={number} offices={inbox.offices} done={again} moved={() => { again(); void navigate("/office"); }} /> : inbox.requests.length > 0 && <p className="quiet">{t("office.choose")}</p>}
        </div>
      )}
    </div>
  );
}
