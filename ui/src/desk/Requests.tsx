import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Confirmation } from "./Confirmation";
import { ReferralCard } from "./ReferralCard";
import { RequestForm } from "./RequestForm";

interface Props { call: CallView; kind?: string; setKind?: (kind: string) => void }

/** What came of the call, requests to say the number of and offices to refer to, and the form for another. */
export function Requests({ call, kind = "", setKind }: Props) {
  const { t } = useWords();
  const nameOf = (id: string) => call.request_kinds.find((one) => one.id === id)?.name ?? id;
  const form = call.role === "serving" && call.request_kinds.length > 0 && setKind;
  if (!form && call.requests.length + call.referrals.length === 0) return null;
  return (
    <Panel title={t("request.title")}>
      <div aria-live="polite">
        {call.requests.map((made) => <Confirmation key={made.number} request={made} kind={nameOf(made.kind)} />)}
        {call.referrals.map((made, n) => <ReferralCard key={n} referral={made} />)}
      </div>
      {form && <RequestForm key={call.requests.length + call.referrals.length} call={call} kind={kind} setKind={setKind} />}
    </Panel>
  );
}
