import { useCallback, useState } from "react";
import { center } from "../api/center";
import type { CallView, Me } from "../api/types";
import { WhatWasTold } from "../review/WhatWasTold";
import { useCopiesOnRecord, type HowCopied } from "../shell/useCopiesOnRecord";
import { ContactPanel } from "../contacts/ContactPanel";
import { CallHead } from "./CallHead";
import { CaseActs } from "./CaseActs";
import { CaseFacts } from "./CaseFacts";
import { ColleagueForm } from "./ColleagueForm";
import { FromTheCaller } from "./FromTheCaller";
import { Handed } from "./Handed";
import { InterpreterPanel } from "./InterpreterPanel";
import { NotTaken } from "./NotTaken";
import { OwnWords } from "./OwnWords";
import { PresentedScripts } from "./PresentedScripts";
import { Promises } from "./Promises";
import { RequestForm } from "./RequestForm";
import { RequestsOfCase } from "./RequestsOfCase";
import { Scripts } from "./Scripts";
import { Timeline } from "./Timeline";
import { TransferForm } from "./TransferForm";
import { TransferUnderWay } from "./TransferUnderWay";
import { Verification } from "./Verification";

/** The feed tells. */
const nothing = () => undefined;

export function CallInProgress({ call, me }: { call: CallView; me: Me }) {
  const [kind, setKind] = useState("");
  const serving = call.role === "serving";
  const copied = useCallback((how: HowCopied, classes: string[]) => center.callCopied(call.id, how, classes), [call.id]);
  const region = useCopiesOnRecord<HTMLDivElement>(copied);
  return (
    <div className="call" ref={region}>
      <CallHead call={call} />
      <Handed call={call} />
      <NotTaken call={call} />
      {call.transfer && <TransferUnderWay call={call} transfer={call.transfer} />}
      <div className="call__columns">
        <div>
          <PresentedScripts call={call} chooseKind={setKind} />
          {call.presented.some((told) => told.reviewed?.may_review) && <WhatWasTold call={call} changed={nothing} />}
          <Promises call={call} />
          {serving && <Verification call={call} />}
          <CaseFacts call={call} />
          <RequestsOfCase call={call} />
          <CaseActs call={call} />
          {serving && <Scripts call={call} />}
          {serving && me.tier !== "1" && <OwnWords call={call} />}
        </div>
        <div>
          <FromTheCaller call={call} />
          {serving && !call.transfer && <TransferForm call={call} me={me} />}
          {serving && !call.transfer && <ColleagueForm call={call} />}
          {serving && <InterpreterPanel call={call} />}
          {serving && <RequestForm key={call.requests.length + call.referrals.length} call={call} kind={kind} setKind={setKind} />}
          {serving && me.role === "supervisor" && <ContactPanel call={call} changed={nothing} />}
          <Timeline entries={call.timeline} />
        </div>
      </div>
    </div>
  );
}
