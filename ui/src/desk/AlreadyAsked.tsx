import type { RequestOfCase } from "../api/types";
import { useWords } from "../i18n/Words";
import { day } from "../i18n/times";
import { RepliesOf } from "./RepliesOf";

/** Told before the form is sent: what is handed in now is added to this request. */
export function AlreadyAsked({ request }: { request: RequestOfCase }) {
  const { t, language } = useWords();
  return (
    <div className="notice">
      <p><strong>{t("request.already", { number: request.number, date: day(request.made_at, language) })}</strong></p>
      <p>{[t(request.status === "asked_back" ? "requests.asked_back" : "requests.open"), request.due && t("request.due", { date: day(request.due, language) })].filter(Boolean).join(" · ")}</p>
      <RepliesOf request={request} />
    </div>
  );
}
