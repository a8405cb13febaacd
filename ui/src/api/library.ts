import type { AgencyWords } from "./duty";
import { request } from "./http";
import type { Sentence } from "./sentence";

export type VersionStanding = "in_force" | "scheduled" | "replaced" | "expired" | "withdrawn" | "called_off";
export interface ListedScript {
  id: string; titles: AgencyWords; version: number; standing: VersionStanding | ""; scheduled: string | null; expires: string | null;
  languages: string[]; draft: "" | "writing" | "sent_back" | "submitted"; writers: string[]; mend: number;
}
export interface WrittenChoice { when: AgencyWords; to: string }
export interface WrittenStep { id: string; says: AgencyWords; do: AgencyWords; choices: WrittenChoice[]; next: string | null; unrecorded: boolean }
export interface Wording {
  titles: AgencyWords; texts: AgencyWords; steps: WrittenStep[]; topics: string[]; cases: Record<string, string[]>;
  allowed_tiers: string[]; next: string; effective_from: string | null; expires: string | null; unrecorded: boolean; source: string;
}
export interface Fault { path: string[]; why: Sentence }
export interface Reads { words: number; sentences: number; seconds: number; scale: "flesch_kincaid" | "inflesz" | ""; score: number | null; level: "easy" | "plain" | "hard" | "" }
export interface Measured { language: string; step: string; reads: Reads }
export interface Preview { language: string; step: string; text: string }
export interface Proof { faults: Fault[]; measured: Measured[]; previews: Preview[] }
export interface Piece { of: "both" | "before" | "now"; text: string }
export interface Difference { part: string; step: string; language: string; pieces: Piece[] }
export interface Version { version: number; standing: VersionStanding; author: string; approver: string; effective_from: string; expires: string | null; of_files: boolean; verified: number; corrected: number }
export interface Happened { at: string; by: string; did: string; version: number; words: string }
export interface Draft {
  revision: number; wording: Wording; writers: string[]; saved_at: string; submitted: boolean; sent_back: string;
  against: number; differences: Difference[]; proof: Proof; why_not: Sentence | null;
}
export interface Vocabulary { languages: string[]; facts: string[]; other_facts: string[]; kinds: string[]; scripts: string[] }
export interface LibraryScript {
  id: string; titles: AgencyWords; wording: Wording; versions: Version[]; draft: Draft | null; happened: Happened[]; vocabulary: Vocabulary;
}

const LIBRARY = "/api/library";
const of = (script: string) => `${LIBRARY}/${encodeURIComponent(script)}`;

export const library = {
  all: () => request<{ scripts: ListedScript[] }>("GET", LIBRARY),
  one: (script: string) => request<LibraryScript>("GET", of(script)),
  prove: (wording: Wording) => request<Proof>("POST", `${LIBRARY}/proof`, wording),
  begin: (id: string, wording: Wording) => request<LibraryScript>("POST", LIBRARY, { id, wording }),
  save: (script: string, seen: number, wording: Wording) => request<LibraryScript>("POST", `${of(script)}/draft`, { seen, wording }),
  again: (script: string, version: number) => request<LibraryScript>("POST", `${of(script)}/draft/again`, { version }),
  submit: (script: string, seen: number) => request<LibraryScript>("POST", `${of(script)}/draft/submit`, { seen }),
  takeBack: (script: string) => request<LibraryScript>("POST", `${of(script)}/draft/take-back`, {}),
  giveUp: (script: string, seen: number) => request<null>("DELETE", `${of(script)}/draft?seen=${seen}`),
  approve: (script: string, seen: number) => request<LibraryScript>("POST", `${of(script)}/approve`, { seen }),
  sendBack: (script: string, seen: number, reason: string) => request<LibraryScript>("POST", `${of(script)}/send-back`, { seen, reason }),
  withdraw: (script: string, version: number, reason: string) => request<LibraryScript>("POST", `${of(script)}/withdraw`, { version, reason }),
  compare: (script: string, before: number, after: number) =>
    request<{ differences: Difference[] }>("GET", `${of(script)}/differences?before=${before}&after=${after}`),
  takeFile: (text: string) => request<LibraryScript>("POST", `${LIBRARY}/files`, { text }),
  fileOf: (script: string, version: number) => `${of(script)}/file?version=${version}`,
  files: `${LIBRARY}/files`,
};

export const NOTHING_YET: Wording = {
  titles: {}, texts: {}, steps: [], topics: [], cases: {}, allowed_tiers: ["1", "2", "supervisor"], next: "resolve",
  effective_from: null, expires: null, unrecorded: false, source: "",
};
