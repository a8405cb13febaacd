/** What callers are recognised by, as the center sends and takes it. */
import type { AgencyWords } from "./duty";

export type Level = "none" | "basic" | "special";
export type Speaker = "applicant" | "representative";
export type Through = "interpreter" | "relay";

/** `names` is what the answer is called, `asks` what is said to the caller; `of` is who alone is asked it. */
export interface Question {
  id: string; names: AgencyWords; asks: AgencyWords; compare: "name" | "date" | "zip" | "digits" | "text"; of: Speaker | null;
}
/** All that is `needed` has to be right, and so many of the `others`. */
export interface LevelNeeds { level: "basic" | "special"; needed: string[]; right: number; others: string[] }
export interface Unit { names: AgencyWords; offers: AgencyWords }
export interface Recognised { speaker: Speaker; through: Through[] }

/** `left` of so many `attempts`; `through` is what the center knows already; `unit` is offered for every caller alike. */
export interface Verifying {
  questions: Question[]; levels: LevelNeeds[]; representative: boolean; attempts: number; left: number; used_up: AgencyWords;
  unit: Unit | null; through: Through[]; may_allow: boolean;
}

/** `answers` by question. */
export interface Given { receipt: string; answers: Record<string, string>; speaker: Speaker; interpreter: boolean; relay: boolean }
