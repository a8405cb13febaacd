import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { AgentState, CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { Since } from "../shell/Since";
import { Promises } from "./Promises";
import { Timeline } from "./Timeline";

export function WrapUp({ state, last }: { state: AgentState; last: CallView | null }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [before, after] = t("wrap.left", { time: "|" }).split("|");
  return (
    <div className="call">
      <section className="call-head" aria-labelledby="wrap-up">
        <div className="call-head__what">
          <h2 id="wrap-up">{t("wrap.title")}</h2>
          {state.until && <span>{before}<Since at={state.until} down />{after}</span>}
        </div>
        <p>{t("wrap.then")}</p>
        <Button type="button" disabled={busy} onClick={() => void act(center.ready)}>{t("desk.ready_now")}</Button>
        <Problem text={error} />
      </section>
      {last && (
        <div className="call__columns">
          <div><Promises call={last} /></div>
          <div><Timeline entries={last.timeline} /></div>
        </div>
      )}
    </div>
  );
}
