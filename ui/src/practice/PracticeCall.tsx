import { Button } from "@trussworks/react-uswds";
import { practice, type Practice } from "../api/practice";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { NotDone } from "./NotDone";

/** Beside a practice call: what it is about, and the simulated caller's next words. */
export function PracticeCall({ call, of }: { call: CallView; of: Practice }) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const over = of.said >= of.lines;
  return (
    <Panel title={t("practice.call", { title: agencys(of.titles) })} className="practice">
      <p>{agencys(of.descriptions)}</p>
      {call.role === "serving" && (
        <>
          <p role="status">{t(over ? "practice.said_all" : "practice.said", { n: of.said, of: of.lines })}</p>
          {!over && <Button type="button" disabled={busy || call.held} onClick={() => void act(() => practice.goOn(call.id))}>{t("practice.go_on")}</Button>}
        </>
      )}
      <NotDone pretended={of.pretended} />
      <Problem why={error} />
    </Panel>
  );
}
