import { Alert } from "@trussworks/react-uswds";
import { useState } from "react";
import { useFloor } from "../api/useFloor";
import { AboutAgent } from "../floor/AboutAgent";
import { AgentsTable, openerOf } from "../floor/AgentsTable";
import { Overload } from "../floor/Overload";
import { WaitingTable } from "../floor/WaitingTable";
import { useWords } from "../i18n/Words";
import { PractisedByAll } from "../practice/PractisedByAll";
import { useTitle } from "../shell/useTitle";

/** Everyone who takes calls, and everyone who waits for somebody, as it is now. */
export function FloorPage() {
  const { t } = useWords();
  const { floor, connected } = useFloor();
  const view = floor?.beside;
  const [chosen, choose] = useState<string | null>(null);
  const agent = chosen === null ? undefined : floor?.agents.get(chosen);
  const close = () => {
    choose(null);
    if (chosen) document.getElementById(openerOf(chosen))?.focus();
  };
  useTitle(t("floor.title"));
  return (
    <div className="page">
      <h1>{t("floor.title")}</h1>
      <div role="status">
        {!connected && <Alert type="warning" headingLevel="h2" slim>{t("app.reconnecting")}</Alert>}
        {!view && connected && t("app.loading")}
      </div>
      <Overload lines={view?.full_lines ?? []} crowd={view?.crowd ?? null} />
      {floor && <AgentsTable agents={[...floor.agents.values()]} choose={choose} />}
      {view && agent && <AboutAgent key={agent.user} agent={agent} reasons={view.reasons} close={close} />}
      {view && <WaitingTable waiting={view.waiting} inAll={view.waiting_in_all} />}
      {view && <PractisedByAll />}
    </div>
  );
}
