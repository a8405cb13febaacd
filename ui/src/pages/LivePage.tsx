import { Alert, Label, Select, TextInput } from "@trussworks/react-uswds";
import { useCallback, useEffect, useRef, useState } from "react";
import { center } from "../api/center";
import { useAct } from "../api/useAct";
import { useLive } from "../api/useLive";
import { OpenOffices } from "../contacts/OpenOffices";
import { useDesk } from "../desk/AtTheDesk";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";
import { Alerts } from "./live/Alerts";
import { LiveTable } from "./live/LiveTable";
import { FILTERS, SHOWN, chosen, type Filter } from "./live/order";

/** The calls going on now, for supervisors, who listen in from here. */
export function LivePage() {
  const { t, named } = useWords();
  const { calls, alerts, begun, connected } = useLive();
  const { view } = useDesk();
  const { act, error } = useAct();
  const [filter, setFilter] = useState<Filter>("all");
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  useTitle(t("live.title"));
  const listen = useLatest((id: string) => { void act(() => center.supervise(id, "monitor", reason)); });
  const found = chosen(calls.values(), filter, name);
  const waiting = [...calls.values()].filter((call) => call.phase === "waiting").length;
  return (
    <div className="page">
      <div className="page__head"><h1>{t("live.title")}</h1></div>
      <div role="status">{!connected && <Alert type="warning" headingLevel="h2" slim>{t("app.reconnecting")}</Alert>}</div>
      <Alerts alerts={alerts} />
      <OpenOffices />
      <Problem why={error} />
      <section className="panel fields" aria-label={t("live.show")}>
        <div>
          <Label htmlFor="show">{t("live.show")}</Label>
          <Select id="show" name="show" value={filter} onChange={(e) => setFilter(e.target.value as Filter)}>
            {FILTERS.map((f) => <option key={f} value={f}>{f === "all" ? t("live.all") : named("phase", f)}</option>)}
          </Select>
        </div>
        <div><Label htmlFor="agent">{t("live.find")}</Label><TextInput id="agent" name="agent" type="text" value={name} onChange={(e) => setName(e.target.value)} /></div>
        {view?.supervision_reason && (
          <div><Label htmlFor="why">{t("supervise.reason")}</Label><TextInput id="why" name="why" type="text" value={reason} onChange={(e) => setReason(e.target.value)} /></div>
        )}
      </section>
      <p>{begun ? t("live.count", { n: calls.size, waiting }) : t("app.loading")}</p>
      {begun && (found.length === 0 ? <p>{t("live.none")}</p> : <LiveTable calls={found.slice(0, SHOWN)} listen={view && !view.supervising ? listen : null} />)}
      {found.length > SHOWN && <p>{t("live.more", { n: found.length - SHOWN })}</p>}
    </div>
  );
}

/** Always the same function to those who hold it, so that a line is not drawn again for what is typed elsewhere. */
function useLatest(does: (id: string) => void): (id: string) => void {
  const latest = useRef(does);
  useEffect(() => { latest.current = does; });
  return useCallback((id: string) => latest.current(id), []);
}
