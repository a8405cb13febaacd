import type { CallView } from "../api/types";
import { Confirmation } from "./Confirmation";
import { ReferralCard } from "./ReferralCard";

/** What came of the call: requests to say the number of, offices to refer to. */
export function Promises({ call }: { call: CallView }) {
  return (
    <div aria-live="polite">
      {call.requests.map((made) => <Confirmation key={made.number} request={made} />)}
      {call.referrals.map((made, n) => <ReferralCard key={n} referral={made} />)}
    </div>
  );
}
