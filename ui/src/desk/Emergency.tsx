import { Button } from "@trussworks/react-uswds";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { center } from "../api/center";
import type { AgentView, CallView, EmergencyView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { Since } from "../shell/Since";

const OPENS = "declare-emergency";

interface Props { call: CallView; emergency: EmergencyView | null; kinds: AgentView["emergency_kinds"] }

/** The one action for a threat, a self-harm or another emergency, and then what is to be done. */
export function Emergency({ call, emergency, kinds }: Props) {
  if (emergency) return <Procedure emergency={emergency} />;
  return call.role === "serving" ? <Declare call={call} kinds={kinds} /> : null;
}

function Declare({ call, kinds }: { call: CallView; kinds: AgentView["emergency_kinds"] }) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [open, setOpen] = useState(false);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const pressed = (e: KeyboardEvent) => { if (e.ctrlKey && e.altKey && e.code === "KeyE") setOpen(true); };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
  useEffect(() => { if (open) first.current?.querySelector("button")?.focus(); }, [open]);
  const cancel = () => {
    flushSync(() => setOpen(false));
    document.getElementById(OPENS)?.focus();
  };
  if (!open) {
    return (
      <div className="row emergency-row">
        <Button id={OPENS} type="button" className="emergency-button" aria-keyshortcuts="Control+Alt+E" onClick={() => setOpen(true)}>
          {t("emergency.button")} <kbd>Ctrl+Alt+E</kbd>
        </Button>
      </div>
    );
  }
  return (
    <section className="panel emergency" aria-labelledby="which-emergency">
      <h2 id="which-emergency">{t("emergency.which")}</h2>
      <div className="row" ref={first}>
        {kinds.map((kind) => (
          <Button key={kind.id} type="button" className="emergency-button" disabled={busy} onClick={() => void act(() => center.declareEmergency(call.id, kind.id))}>
            {agencys(kind.titles)}
          </Button>
        ))}
        <Button type="button" outline disabled={busy} onClick={cancel}>{t("emergency.cancel")}</Button>
      </div>
      <Problem why={error} />
    </section>
  );
}

function Procedure({ emergency }: { emergency: EmergencyView }) {
  const { t, agencys } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that declared it is gone; who types elsewhere by now goes on with that.
  useLayoutEffect(() => { if (document.activeElement === document.body) heading.current?.focus(); }, []);
  return (
    <section className="panel emergency" aria-labelledby="emergency">
      <div role="alert"><h2 id="emergency" ref={heading} tabIndex={-1}>{t("emergency.title", { title: agencys(emergency.titles) })}</h2></div>
      <p role="status">
        <strong>{t(`help.${emergency.help}`, { name: emergency.name ?? "" })}</strong>
        {emergency.help === "nobody" && <> {agencys(emergency.without_supervisor)}</>}
        {" "}<Since at={emergency.since} />
      </p>
      <h3>{t("emergency.steps")}</h3>
      <ol className="steps">{emergency.steps.map((step, nth) => <li key={nth}>{agencys(step)}</li>)}</ol>
      {emergency.numbers.length > 0 && (
        <>
          <h3>{t("emergency.numbers")}</h3>
          <ul className="plain">{emergency.numbers.map((n) => <li key={n.number}><strong className="emergency__number">{n.number}</strong> {agencys(n.names)}</li>)}</ul>
        </>
      )}
    </section>
  );
}
