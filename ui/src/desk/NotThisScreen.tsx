import { Alert, Button } from "@trussworks/react-uswds";
import { Link } from "react-router-dom";
import type { SeatLost } from "../api/duty";
import { useWords } from "../i18n/Words";
import { timeOfDay } from "../i18n/times";

/** A call goes on at another screen: it comes along only when the person says so. */
export function InCallElsewhere({ takeOver }: { takeOver: () => void }) {
  const { t } = useWords();
  return (
    <div className="narrow" role="alert">
      <h1>{t("seat.in_call_title")}</h1>
      <p>{t("seat.in_call")}</p>
      <Button type="button" onClick={takeOver}>{t("seat.bring_call")}</Button>
    </div>
  );
}

/** Why there is nothing to do here any more, and how to go on. */
export function ScreenEnded({ lost }: { lost: SeatLost }) {
  const { t, language } = useWords();
  const time = timeOfDay(lost.at, language);
  if (lost.lost === "taken_over") {
    return (
      <div className="narrow" role="alert">
        <h1>{t("seat.taken_over_title")}</h1>
        <Alert type="info" headingLevel="h2" slim>{t("seat.taken_over", { time })}</Alert>
        <Button type="button" onClick={() => window.location.reload()}>{t("seat.work_here")}</Button>
      </div>
    );
  }
  return (
    <div className="narrow" role="alert">
      <h1>{t("seat.signed_out_title")}</h1>
      <Alert type="warning" headingLevel="h2" slim>{t("seat.signed_out", { name: lost.by ?? "", time })}{lost.why && ` “${lost.why}”`}</Alert>
      <p><Link to="/sign-in?then=/desk">{t("sign_in.title")}</Link></p>
    </div>
  );
}
