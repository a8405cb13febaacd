import { Alert } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { Me } from "../api/types";
import { useAct } from "../api/useAct";
import { useFloor } from "../api/useFloor";
import { useDeskIfAny } from "../desk/AtTheDesk";
import { AboutAgent } from "../floor/AboutAgent";
import { AgentsTable, openerOf } from "../floor/AgentsTable";
import { LinesTable } from "../floor/LinesTable";
import { ListenReason } from "../floor/ListenReason";
import { OfSite } from "../floor/OfSite";
import { Overload } from "../floor/Overload";
import { WaitingTable } from "../floor/WaitingTable";
import { useWords } from "../i18n/Words";
import { PractisedByAll } from "../practice/PractisedByAll";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";

/** Everyone who takes calls, and everyone who waits for somebody, as it is now: for a supervisor all of it, for who looks after a site its Tier 1. */
export function FloorPage({ me }: { me: Me }) {
  const { t } = useWords();
  const { floor, connected } = useFloor();
  const view = floor?.beside;
  const supervises = me.role === "supervisor";
  const [chosen, choose] = useState<string | null>(null);
  const { listen, reason, write, error } = useListening(me);
  const agent = chosen === null ? undefined : floor?.agents.get(chosen);
  const close = () => {
    choose(null);
    if (chosen) document.getElementById(openerOf(chosen))?.focus();
  };
  useTitle(t("floor.title"));
  return (
    <div className="page">
      <h1>{t("floor.title")}</h1>
      {!supervises && <OfSite me={me} />}
      <div role="status">
        {!connected && <Alert type="warning" headingLevel="h2" slim>{t("app.reconnecting")}</Alert>}
        {!view && connected && t("app.loading")}
      </div>
      <Overload lines={view?.full_lines ?? []} crowd={view?.crowd ?? null} />
      <Problem why={error} />
      {listen && <ListenReason reason={reason} write={write} />}
      {floor && <AgentsTable agents={[...floor.agents.values()]} role={me.role} choose={choose} listen={listen} />}
      {view && agent && <AboutAgent key={agent.user} agent={agent} reasons={view.reasons} mayChange={me.role !== "workforce"} close={close} />}
      {view && (supervises ? <WaitingTable waiting={view.waiting} inAll={view.waiting_in_all} /> : <LinesTable lines={view.lines} inAll={view.waiting_in_all} />)}
      {view && supervises && <PractisedByAll />}
    </div>
  );
}

/** A lead listens from here, if the agency lets them; supervisors do from the live page. */
function useListening(me: Me) {
  const desk = useDeskIfAny();
  const { act, error } = useAct();
  const [reason, write] = useState("");
  const may = me.role === "lead" && me.supervision.includes("monitor") && desk?.view && !desk.view.supervising;
  const listen = may ? (call: string) => { void act(() => center.supervise(call, "monitor", reason)); } : null;
  return { listen, reason, write, error };
}
