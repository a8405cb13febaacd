/** Practice with simulated callers: what the center tells of it, and its doors. */
import type { AgencyWords } from "./duty";
import { request } from "./http";
import type { AgentView, CallView } from "./types";

export type PracticeAct = "transfer" | "consult" | "callback" | "give_back" | "interpreter" | "emergency" | "request" | "referral";
/** Noted and not done; `to` is the office or the colleague. */
export interface Pretended { at: string; act: PracticeAct; names: AgencyWords; to: string | null }
export interface Compared {
  point: "script" | "verification" | "request" | "transfer" | "disposition"; names: AgencyWords; expected: boolean; done: boolean;
}
/** Of a call; `debrief` is empty until it is over. */
export interface Practice {
  titles: AgencyWords; descriptions: AgencyWords; said: number; lines: number; pretended: Pretended[]; debrief: Compared[];
}
export interface PracticeCase { id: string; titles: AgencyWords; descriptions: AgencyWords; language: string }
export interface Practised { call: string; user: string; name: string; at: string; over: boolean; titles: AgencyWords; debrief: Compared[] }
export interface PracticeDesk { cases: PracticeCase[]; practised: Practised[] }

export const practice = {
  desk: () => request<PracticeDesk>("GET", "/api/agent/practice"),
  goIn: () => request<AgentView>("POST", "/api/agent/practice", { practising: true }),
  leave: () => request<AgentView>("POST", "/api/agent/practice", { practising: false }),
  begin: (id: string) => request<AgentView>("POST", "/api/agent/practice/calls", { case: id }),
  goOn: (call: string) => request<CallView>("POST", `/api/calls/${encodeURIComponent(call)}/practice/go-on`, {}),
  all: () => request<{ practised: Practised[] }>("GET", "/api/supervisor/practice"),
};
