import { Alert } from "@trussworks/react-uswds";
import type { AgentView, Me } from "../api/types";
import { AgentState } from "../desk/AgentState";
import { useDesk } from "../desk/AtTheDesk";
import { CallInProgress } from "../desk/CallInProgress";
import { Emergency } from "../desk/Emergency";
import { Incoming } from "../desk/Incoming";
import { NoCall } from "../desk/NoCall";
import { PhoneStatus } from "../desk/PhoneStatus";
import { Queues } from "../desk/Queues";
import { SupervisingPanel } from "../desk/SupervisingPanel";
import { WrapUp } from "../desk/WrapUp";
import { useWords } from "../i18n/Words";
import type { Phone, PhoneSnapshot } from "../phone/Phone";
import { useRing } from "../phone/usePhone";
import { PracticeCall } from "../practice/PracticeCall";
import { PracticePanel } from "../practice/PracticePanel";
import { PracticeStrip } from "../practice/PracticeStrip";
import { Corrections } from "../review/Corrections";
import { useTitle } from "../shell/useTitle";

/** One page for representative, officer and supervisor: they differ by what the center sends them. It is used at one
 * screen at a time. */
export function DeskPage({ me }: { me: Me }) {
  const { t } = useWords();
  const { view, connected, phone, line } = useDesk();
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
      {view ? <AtWork view={view} phone={phone} line={line} /> : <p role="status">{t("app.loading")}</p>}
    </div>
  );
}

function AtWork({ view, phone, line }: { view: AgentView; phone: Phone | null; line: PhoneSnapshot }) {
  return (
    <div>
      {view.practising && <PracticeStrip view={view} />}
      <Corrections corrections={view.corrections} />
      <Work view={view} phone={phone} line={line} />
    </div>
  );
}

function Work({ view, phone, line }: { view: AgentView; phone: Phone | null; line: PhoneSnapshot }) {
  const { call, state } = view;
  if (call?.role === "reserved") return <Incoming call={call} phone={phone} ringing={line.line === "ringing"} />;
  if (call) {
    return (
      <div>
        {call.practice && <PracticeCall call={call} of={call.practice} />}
        <Emergency key={`emergency-${call.id}`} call={call} emergency={view.emergency} kinds={view.emergency_kinds} />
        <CallInProgress key={call.id} call={call} me={view.agent} />
      </div>
    );
  }
  if (view.supervising) return <div className="call"><SupervisingPanel part={view.supervising} phone={phone} line={line} /></div>;
  if (state.name === "wrap_up") return <WrapUp view={view} />;
  if (view.practising) return <PracticePanel />;
  return <NoCall ready={state.name === "ready"} />;
}
