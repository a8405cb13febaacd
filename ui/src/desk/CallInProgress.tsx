import { useState } from "react";
import type { CallView, Me } from "../api/types";
import type { Phone } from "../phone/Phone";
import { CallHead } from "./CallHead";
import { CaseFacts } from "./CaseFacts";
import { FromTheCaller } from "./FromTheCaller";
import { PresentedScripts } from "./PresentedScripts";
import { Promises } from "./Promises";
import { RequestForm } from "./RequestForm";
import { Scripts } from "./Scripts";
import { Timeline } from "./Timeline";
import { TransferForm } from "./TransferForm";
import { TransferUnderWay } from "./TransferUnderWay";
import { Verification } from "./Verification";

interface Props { call: CallView; me: Me; phone: Phone | null; muted: boolean }

export function CallInProgress({ call, me, phone, muted }: Props) {
  const [kind, setKind] = useState("");
  const serving = call.role === "serving";
  return (
    <div className="call">
      <CallHead call={call} phone={phone} muted={muted} />
      {call.transfer && <TransferUnderWay call={call} transfer={call.transfer} />}
      <div className="call__columns">
        <div>
          <PresentedScripts call={call} chooseKind={setKind} />
          <Promises call={call} />
          {serving && <Verification call={call} />}
          <CaseFacts call={call} />
          {serving && <Scripts call={call} />}
        </div>
        <div>
          <FromTheCaller call={call} />
          {serving && !call.transfer && <TransferForm call={call} me={me} />}
          {serving && <RequestForm key={call.requests.length + call.referrals.length} call={call} kind={kind} setKind={setKind} />}
          <Timeline entries={call.timeline} />
        </div>
      </div>
    </div>
  );
}
