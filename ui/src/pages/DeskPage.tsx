import { Alert } from "@trussworks/react-uswds";
import { useEffect } from "react";
import type { SeatLost } from "../api/duty";
import type { AgentView, Me } from "../api/types";
import { useFeed } from "../api/useFeed";
import { AgentState } from "../desk/AgentState";
import { CallInProgress } from "../desk/CallInProgress";
import { Incoming } from "../desk/Incoming";
import { NoCall } from "../desk/NoCall";
import { InCallElsewhere, ScreenEnded } from "../desk/NotThisScreen";
import { PhoneStatus } from "../desk/PhoneStatus";
import { Queues } from "../desk/Queues";
import { WrapUp } from "../desk/WrapUp";
import { useComingAlong, useDeskPhone } from "../desk/useDeskPhone";
import { useSeat } from "../desk/useSeat";
import { useWords } from "../i18n/Words";
import type { Phone, PhoneSnapshot } from "../phone/Phone";
import { usePhone, useRing } from "../phone/usePhone";
import { useTitle } from "../shell/useTitle";

/** One page for representative, officer and supervisor: they differ by what the center sends them. It is used at one
 * screen at a time. */
export function DeskPage({ me }: { me: Me }) {
  const { t } = useWords();
  const { desk, seat, takeOver, lose } = useSeat();
  useTitle(t("desk.title"));
  if (seat.at === "lost") return <ScreenEnded lost={seat.lost} />;
  if (seat.at === "in_call_elsewhere") return <InCallElsewhere takeOver={takeOver} />;
  if (seat.at === "sitting_down") return <p role="status">{t("app.loading")}</p>;
  return <Desk me={me} desk={desk} lose={lose} />;
}

function Desk({ me, desk, lose }: { me: Me; desk: string; lose: (lost: SeatLost) => void }) {
  const { t } = useWords();
  const { view: latest, connected } = useFeed<AgentView | SeatLost>(`/api/agent/feed?desk=${desk}`);
  const lost = latest && "lost" in latest ? latest : null;
  const view = latest && !("lost" in latest) ? latest : null;
  const phone = useDeskPhone(desk);
  const line = usePhone(phone);
  useEffect(() => { if (lost) lose(lost); }, [lost, lose]);
  useComingAlong(view?.moving ?? false, phone, line);
  useTitle(t(line.line === "ringing" ? "incoming.title" : "desk.title"));
  useRing(line.line === "ringing" && !view?.moving);
  return (
    <div className="desk">
      <div className="desk__side">
        <h1 className="usa-sr-only">{t("desk.title")}</h1>
        <div role="status">
          {!connected && <Alert type="warning" headingLevel="h2" slim>{t("app.reconnecting")}</Alert>}
          {view?.moving && <Alert type="info" headingLevel="h2" slim>{t("seat.coming_along")}</Alert>}
        </div>
        <AgentState me={me} view={view} />
        <PhoneStatus phone={line} />
        {view && <Queues queues={view.queues} />}
      </div>
      {view ? <Work view={view} phone={phone} line={line} /> : <p role="status">{t("app.loading")}</p>}
    </div>
  );
}

function Work({ view, phone, line }: { view: AgentView; phone: Phone | null; line: PhoneSnapshot }) {
  const { call, state } = view;
  if (call?.role === "reserved") return <Incoming call={call} phone={phone} ringing={line.line === "ringing"} />;
  if (call) return <CallInProgress key={call.id} call={call} me={view.agent} />;
  if (state.name === "wrap_up") return <WrapUp view={view} />;
  return <NoCall ready={state.name === "ready"} />;
}
