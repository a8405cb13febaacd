import type { LiveCall } from "../../api/types";

/** Lines at once: more can be neither read nor drawn quickly. */
export const SHOWN = 100;

export const FILTERS = ["all", "waiting", "talking", "ivr"] as const;
export type Filter = (typeof FILTERS)[number];

const rank = (call: LiveCall): number => (call.emergency ? 0 : call.asked_for_supervisor ? 1 : call.phase === "talking" ? 2 : call.phase === "ivr" ? 4 : 3);

/** Emergencies, then who asked for a supervisor, conversations, who waits, the menus; the longest first. */
export const inOrder = (calls: Iterable<LiveCall>): LiveCall[] =>
  [...calls].sort((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since) || a.id.localeCompare(b.id));

export function chosen(calls: Iterable<LiveCall>, filter: Filter, name: string): LiveCall[] {
  const wanted = name.trim().toLowerCase();
  const fits = (call: LiveCall) =>
    (filter === "all" || call.phase === filter) && (!wanted || call.agents.some((a) => a.name.toLowerCase().includes(wanted)));
  return inOrder([...calls].filter(fits));
}
