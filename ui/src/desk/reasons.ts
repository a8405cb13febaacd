import type { AgencyWords } from "../api/duty";
import { useWords } from "../i18n/Words";

/** Why somebody is not ready, in the agency's words or, for what the center found out, in ours. */
export function useReason(): (reason: string, names: AgencyWords | null) => string {
  const { named, agencys } = useWords();
  return (reason, names) => (names ? agencys(names) : named("reason", reason));
}
