import { Link } from "react-router-dom";
import type { AgentView } from "../api/types";
import { useWords } from "../i18n/Words";
import { useRing } from "../phone/usePhone";
import { useDeskIfAny, type Desk } from "./AtTheDesk";
import { Incoming } from "./Incoming";
import { SupervisingPanel } from "./SupervisingPanel";

/** What the phone does while another page than the desk is open. */
export function AtThePhone() {
  const desk = useDeskIfAny();
  return desk?.view ? <Seen desk={desk} view={desk.view} /> : null;
}

function Seen({ desk: { phone, line }, view: { call, supervising, moving } }: { desk: Desk; view: AgentView }) {
  const { t } = useWords();
  const presented = call?.role === "reserved" ? call : null;
  const ringing = line.line === "ringing";
  useRing(ringing && presented !== null && !moving);
  if (!call && !supervising) return null;
  return (
    <div className="page">
      {presented && <Incoming call={presented} phone={phone} ringing={ringing} />}
      {call && !presented && <p><Link to="/desk">{t("serve.title")}</Link></p>}
      {supervising && <SupervisingPanel part={supervising} phone={phone} line={line} />}
    </div>
  );
}
