/** Agents' duties, as the agent at the desk and the supervisors on the floor see them. */
import type { Sentence } from "./sentence";
import type { AgentStateName, Role } from "./types";

/** The agency's words, by its languages, which need not be those of these pages. */
export type AgencyWords = Record<string, string>;
export interface Choice { id: string; names: AgencyWords }
export interface Afterwards { reason: string; reason_names: AgencyWords | null; by: string | null; why: string | null }

/** `reason_names` is null for a reason of the center's own, for which the workspace has the words. */
export interface AgentState {
  name: AgentStateName; reason: string | null; reason_names: AgencyWords | null; since: string; until: string | null;
  longest_minutes: number | null; watched: boolean; by: string | null; why: string | null; may_extend: boolean;
  afterwards: Afterwards | null; call: string | null;
}

export type Outcome = "rejected" | "timed_out" | "failed" | "abandoned";
export interface Missed { in_a_row: number; limit: number; last: Outcome | null; counts: Partial<Record<Outcome, number>> }
/** Seconds since sign-in, without what is being spent now. */
export interface Spent { state: string; name: AgentStateName; reason: string | null; reason_names: AgencyWords | null; seconds: number }
export interface Dispositions { choices: Choice[]; required: boolean; chosen: string | null }

/** What is left to see at a screen whose person went on at another, or was signed out. */
export interface SeatLost { lost: "taken_over" | "signed_out"; at: string; by: string | null; why: string | null }

export interface OnTheFloor {
  user: string; name: string; role: Role; tier: string; site: string; languages: string[]; signed_in_at: string | null;
  state: AgentState; practising: boolean; call_since: string | null; missed: Missed; spent: Spent[];
}
export interface Waiting { call: string; tier: string; language: string | null; skills: string[]; since: string; callback: boolean; why: string; sentence: Sentence }
/** How many wait for a tier in a language, the longest since then. */
export interface QueueLine { tier: string; language: string; waiting: number; since: string }
/** A line that takes nobody more, or one whenever somebody leaves it, since then. */
export interface FullLine { tier: string; language: string; since: string; turned_away: number }
/** More calls than the center carries, since then. */
export interface Crowd { since: string; turned_away: number }
/** `waiting` are for supervisors alone. */
export interface BesideAgents {
  lines: QueueLine[]; waiting: Waiting[]; waiting_in_all: number; full_lines: FullLine[]; crowd: Crowd | null; reasons: Choice[];
}
/** Of the agents only those who are new or have changed, after one that begins anew; else all that there is. */
export interface FloorUpdate extends BesideAgents { reset: boolean; agents: OnTheFloor[]; gone: string[] }
/** One of a day: as it was, from then on. */
export interface PastState { name: AgentStateName; reason: string | null; since: string; by: string | null; why: string | null }
export type TheCaller = "finish" | "requeue";
