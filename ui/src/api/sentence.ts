import type { AgencyWords } from "./duty";

/** What the center tells a person: an English template, and what goes into its blanks. */
export interface Sentence { template: string; values: Record<string, Value> }

/** A name, a number, the agency's words in its languages, another sentence, or a list of these. */
export type Value = string | number | AgencyWords | Sentence | Value[];
