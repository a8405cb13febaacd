import type { Flow } from "../../api/flow";
import { useWords } from "../../i18n/Words";
import { day } from "../../i18n/times";
import { useFlowWords } from "./wording";

/** What the figures are about, and what they leave out. */
export function Figures({ flow }: { flow: Flow }) {
  const { t, language } = useWords();
  const { count } = useFlowWords();
  return (
    <>
      <p>{t("flow.calls", { n: count(flow.calls), day: day(flow.day, language) })} {t("flow.denominator")}</p>
      {flow.nowhere > 0 && <p>{t("flow.no_step", { n: count(flow.nowhere) })}</p>}
      {flow.other_versions > 0 && <p>{t("flow.other_versions", { n: count(flow.other_versions) })}</p>}
      {flow.gone.length > 0 && (
        <p>{t("flow.gone")} {flow.gone.map((step) => `${step.step}: ${count(step.reached)}`).join(", ")}</p>
      )}
    </>
  );
}
