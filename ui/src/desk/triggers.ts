import type { Me, Trigger } from "../api/types";

/** The reasons to choose from; the center decides, and says in words why not. */
export function triggersFor(to: string, me: Me): Trigger[] {
  if (to === "2") return ["unresolved", "upset", "urgent"];
  const judgement: Trigger[] = me.role === "officer" ? ["officer_judgement"] : [];
  return ["caller_asked", "unresolved", "upset", "urgent", ...judgement];
}
