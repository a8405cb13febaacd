import type { CallView } from "../api/types";

/** The last value of a kind that the caller keyed, or nothing. */
export const keyedBy = (call: CallView, kind: string): string => call.keyed.findLast((keyed) => keyed.kind === kind)?.value ?? "";
