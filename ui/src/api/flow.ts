/** The flow in force with one day's calls on it. Figures are calls: one that comes by twice counts once. */
import { request } from "./http";
import type { Language } from "./types";

export type By = "key" | "chosen" | "keyed" | "silent" | "wrong" | "failed" | "declined" | "then" | "outcome" | "if" | "else";
export interface Way { by: By; name: string }
export type Leaving = "person" | "callback" | "done" | "hung_up" | "lost" | "under_way";
export type Left = Partial<Record<Leaving, number>>;
export type Kind =
  | "say" | "menu" | "choose" | "collect" | "look_up" | "branch" | "do" | "return" | "recording_notice" | "queue" | "callback" | "request"
  | "refer" | "send" | "end";

export interface Step {
  step: string; name: string; kind: Kind; about: string; text: string; roles: string[];
  /** Keys that lead here from every step. */
  keys: string[];
  reached: number; left: Left;
}
export interface Edge { source: string; target: string; ways: Way[]; calls: number }
/** The main flow has no name. */
export interface Group { name: string; steps: Step[]; edges: Edge[] }
/** Not along an edge: by a key that means the same everywhere, or otherwise. */
export interface Jump { source: string; target: string; by: "person" | "main" | "back" | "other"; calls: number }
export interface Gone { step: string; reached: number; left: Left }

export interface Flow {
  day: string;
  /** Today in the agency's time: no later day can be asked for. */
  latest: string;
  version: string;
  calls: number; nowhere: number; other_versions: number;
  groups: Group[]; jumps: Jump[]; gone: Gone[];
}

/** Without a day, of yesterday in the agency's time. `language` is that of the prompts. */
export const flowOf = (day: string | null, language: Language): Promise<Flow> =>
  request<Flow>("GET", `/api/supervisor/flow?${new URLSearchParams({ language, ...(day ? { day } : {}) }).toString()}`);
