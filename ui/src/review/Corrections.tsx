import { Button } from "@trussworks/react-uswds";
import { reviews, type Correction } from "../api/reviews";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";

/** What a supervisor corrected of what this agent told callers. The region is there from the start, so that a screen
 * reader says what comes into it. */
export function Corrections({ corrections }: { corrections: Correction[] }) {
  const { t } = useWords();
  return (
    <>
      <div role="alert" className="usa-sr-only">{corrections.length > 0 && t("correction.told")}</div>
      {corrections.map((one) => <OneCorrection key={`${one.said} ${one.fact} ${one.at}`} of={one} />)}
    </>
  );
}

function OneCorrection({ of }: { of: Correction }) {
  const { t, agencys, language } = useWords();
  const { act, busy, error } = useAct();
  const what = of.own_words ? `“${of.own_words}”` : [agencys(of.titles), agencys(of.fact_names)].filter(Boolean).join(", ");
  return (
    <Panel title={t("correction.title")} className="correction">
      <p className="muted">{t("scripts.by", { name: of.by, time: dayAndTime(of.at, language) })}</p>
      <p>{t("correction.you_said")} {what}</p>
      <p className="told__text"><b>{t("told.instead")}:</b> {of.instead}</p>
      <p><b>{t("told.why")}:</b> {of.why}</p>
      <Button type="button" disabled={busy} onClick={() => void act(() => reviews.seen(of))}>{t("correction.seen")}</Button>
      <Problem why={error} />
    </Panel>
  );
}
