import { request } from "./http";
import type { Sentence } from "./sentence";
import type { AgencyWords } from "./duty";
import type { AgentView, CallView, FieldSource, Personal } from "./types";

export type Verdict = "verified" | "corrected";
/** A fact in the words: `now` is what its source gives today, null where that cannot be told. */
export interface UsedFact { name: string; names: AgencyWords; source: FieldSource; now: string | null; differs: boolean; personal: Personal }
/** `fact` is empty for all of the words. It `holds` until somebody reviews them again. */
export interface Review {
  at: string; by: string; verdict: Verdict; fact: string; instead: string; why: string; holds: boolean;
  seen: string | null; passed_on: string[]; gone: Sentence | null;
}
/** `recorded_at` in seconds from the beginning of the recording; null where nothing was recorded then. */
export interface Reviewed { said: string; facts: UsedFact[]; may_review: boolean; recorded_at: number | null; reviews: Review[] }
/** Of what an agent told a caller, until they have read it. */
export interface Correction {
  call: string; said: string; fact: string; fact_names: AgencyWords; titles: AgencyWords; own_words: string; by: string; at: string;
  instead: string; why: string;
}
export interface Finding { said: string; verdict: Verdict; fact: string; instead: string; why: string }

const call = (id: string) => `/api/calls/${encodeURIComponent(id)}/reviews`;

export const reviews = {
  find: (id: string, finding: Finding) => request<CallView>("POST", call(id), finding),
  passOn: (id: string, said: string, fact: string, number: string) => request<CallView>("POST", `${call(id)}/request`, { said, fact, number }),
  seen: ({ call: of, said, fact }: Correction) => request<AgentView>("POST", "/api/agent/corrections/seen", { call: of, said, fact }),
};
