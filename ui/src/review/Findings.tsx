import { Button } from "@trussworks/react-uswds";
import { reviews, type Review, type Reviewed } from "../api/reviews";
import type { AgencyWords } from "../api/duty";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { Gone } from "../shell/Gone";
import { Problem } from "../shell/Problem";

interface Props { call: CallView; reviewed: Reviewed; changed: () => void }

/** What supervisors found of these words, the newest first: what holds, and what held before. */
export function Findings({ call, reviewed, changed }: Props) {
  return (
    <ul className="plain">
      {[...reviewed.reviews].reverse().map((review) => (
        <li key={`${review.at} ${review.fact}`} className="told__finding">
          <Finding review={review} about={reviewed.facts.find((fact) => fact.name === review.fact)?.names ?? { en: review.fact }} />
          {review.holds && review.verdict === "corrected" && (
            <WaysOn call={call} said={reviewed.said} review={review} changed={changed} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Finding({ review, about }: { review: Review; about: AgencyWords }) {
  const { t, agencys, language } = useWords();
  const verified = review.verdict === "verified";
  return (
    <>
      <p className="row">
        <span className={`tag ${verified ? "tag--good" : "tag--alert"}`}>{t(verified ? "told.is_verified" : "told.is_corrected")}</span>
        {review.fact && <b>{agencys(about)}</b>}
        <span className="muted">{t("scripts.by", { name: review.by, time: dayAndTime(review.at, language) })}</span>
        {!review.holds && <span className="muted">{t("told.superseded")}</span>}
      </p>
      {!verified && review.instead && <p><b>{t("told.instead")}:</b> {review.instead}</p>}
      {!verified && review.why && <p><b>{t("told.why")}:</b> {review.why}</p>}
      {review.gone && <p><Gone why={review.gone} /></p>}
      {!verified && review.holds && <p className="muted">{review.seen ? t("told.seen", { time: dayAndTime(review.seen, language) }) : t("told.unseen")}</p>}
    </>
  );
}

/** What a correction leads to: the office that has the caller's request reads it. */
function WaysOn({ call, said, review, changed }: { call: CallView; said: string; review: Review; changed: () => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const passOn = async (number: string) => {
    if (await act(() => reviews.passOn(call.id, said, review.fact, number))) changed();
  };
  return (
    <>
      <div role="status">{review.passed_on.map((number) => <p key={number}>{t("told.passed_on", { number })}</p>)}</div>
      {call.requests.filter(({ number }) => !review.passed_on.includes(number)).map(({ number }) => (
        <Button key={number} type="button" outline disabled={busy} onClick={() => void passOn(number)}>{t("told.pass_on", { number })}</Button>
      ))}
      <Problem why={error} />
    </>
  );
}
