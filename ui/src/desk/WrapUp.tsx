import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { AgentView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Debrief } from "../practice/Debrief";
import { Problem } from "../shell/Problem";
import { Since } from "../shell/Since";
import { Disposition } from "./Disposition";
import { Promises } from "./Promises";
import { Timeline } from "./Timeline";

export function WrapUp({ view }: { view: AgentView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const { state, dispositions, last_call: last, practising } = view;
  const [before, after] = t("wrap.left", { time: "|" }).split("|");
  const owed = dispositions.required && dispositions.chosen === null;
  return (
    <div className="call">
      <section className="call-head" aria-labelledby="wrap-up">
        <div className="call-head__what">
          <h2 id="wrap-up">{t("wrap.title")}</h2>
          {state.until && <span>{before}<Since at={state.until} down />{after}</span>}
        </div>
        <p>{t(state.afterwards ? "wrap.then_not_ready" : practising ? "practice.then" : "wrap.then")}</p>
        <div className="row">
          {state.may_extend && (
            <Button type="button" outline disabled={busy} onClick={() => void act(center.longerWrapUp)}>{t("wrap.longer")}</Button>
          )}
          <Button type="button" disabled={busy || owed} onClick={() => void act(center.ready)}>{t(practising ? "practice.back" : "desk.ready_now")}</Button>
        </div>
        {owed && <p role="status">{t("disposition.first")}</p>}
        <Problem why={error} />
      </section>
      {last && (
        <div className="call__columns">
          <div>
            {dispositions.choices.length > 0 && <Disposition key={last.id} call={last.id} dispositions={dispositions} />}
            {last.practice && <Debrief of={last.practice} toBeChosen={dispositions.chosen === null} />}
            <Promises call={last} />
          </div>
          <div><Timeline entries={last.timeline} /></div>
        </div>
      )}
    </div>
  );
}
