/** What the center sends and takes; the names are the server's own (snake_case), so that nothing is translated on the way. */

import type { AgencyWords, AgentState, Choice, Dispositions, Missed, Spent } from "./duty";
import type { Practice } from "./practice";
import type { Correction, Reviewed } from "./reviews";
import type { Sentence } from "./sentence";
import type { Level, Recognised, Verifying } from "./verification";

export type Language = "en" | "es";
export type Bilingual = Record<Language, string>;
export type Role = "csr" | "officer" | "supervisor" | "lead" | "quality" | "workforce" | "clerk" | "author" | "approver";

export interface Hours { days: string; from: string; to: string }
export interface TierInfo { id: string; name: Bilingual; hours: Hours[]; open: boolean }

export interface Center {
  name: Bilingual;
  languages: Language[];
  number: string;
  sip: string;
  trial: boolean;
  disclaimer: Bilingual;
  tiers: TierInfo[];
}

export interface SipLogin { uri: string; user: string; password: string; websocket: string; registrar: string }
export interface TrialPhone { token: string; login: SipLogin; dial: string }

export interface TranscriptLine { at: string; who: "center" | "you"; text: string; language: string; key: string | null }
export interface Transcript { lines: TranscriptLine[]; state: "idle" | "ivr" | "waiting" | "promised" | "talking" | "ended" }

export interface Me {
  user: string;
  name: string;
  role: Role;
  tier: string | null;
  languages: string[];
  office: string | null;
  office_name: string | null;
  /** The agent's own identifier, said aloud to the caller. */
  number: string;
  /** In the agency's words, or its id where it has none. */
  site: AgencyWords | string;
  vendor: string | null;
  /** In which they may be at a colleague's call. */
  supervision: SupervisionMode[];
}

export type AgentStateName = "not_ready" | "ready" | "reserved" | "talking" | "wrap_up";
/** `callbacks` counts every promise still to be kept, also those for later. */
export interface Queue {
  tier: string; name: string; waiting: number; longest_wait_seconds: number; callbacks: number; oldest_callback: string | null;
}

export interface AgentView {
  agent: Me;
  state: AgentState;
  /** With simulated callers. */
  practising: boolean;
  may_practise: boolean;
  missed: Missed;
  spent: Spent[];
  reasons: Choice[];
  dispositions: Dispositions;
  /** The call comes along to this screen, whose phone is not on the line yet. */
  moving: boolean;
  queues: Queue[];
  call: CallView | null;
  last_call: CallView | null;
  /** Of the call at hand. */
  emergency: EmergencyView | null;
  emergency_kinds: { id: string; titles: AgencyWords }[];
  /** A supervisor's own part in a colleague's call. */
  supervising: Supervising | null;
  /** Of what the agent told callers, until they have read them. */
  corrections: Correction[];
  supervision_reason: boolean;
}

export type SupervisionMode = "monitor" | "whisper" | "barge";
export interface Supervising {
  call: string; mode: SupervisionMode; since: string; answered: boolean; agents: string[]; held: boolean;
}
export interface SupervisorAtCall { user: string; name: string; mode: SupervisionMode; since: string; answered: boolean }

export type Help = "joined" | "ringing" | "sought" | "nobody" | "acknowledged" | "over";
export interface EmergencyView {
  kind: string; titles: AgencyWords; steps: AgencyWords[]; numbers: { number: string; names: AgencyWords }[];
  since: string; help: Help; name: string | null; without_supervisor: AgencyWords;
}
export interface Alert {
  call: string; titles: AgencyWords; since: string; by: string; language: string | null; help: Help; name: string | null; may_join: boolean;
}
export interface LiveCall {
  id: string; phase: string; since: string; arrived_at: string; language: string | null; tier: string | null;
  agents: { name: string; tier: string; since: string }[];
  held: boolean; transfer_to: string | null; asked_for_supervisor: boolean; emergency: boolean;
  waiting_since: string | null; waits: string | null; why: Sentence | null; supervisors: SupervisorAtCall[];
}
/** `reset` begins anew; `calls` are new or have changed, `gone` are over; `alerts` are all that there are. */
export interface LiveUpdate { reset: boolean; calls: LiveCall[]; gone: string[]; alerts: Alert[] }

/** What the person whose value it is says of it: "instead" is right where it was granted; a statement goes along with a denial. */
export interface Amendment { state: "asked" | "granted" | "denied"; at: string; asks: string; instead: string; why: string; statement: string }
/** The class of what a value tells of a person: "phone", "receipt", "name"… */
export type Personal = string;
/** `gone` says why there is no value any more: it was destroyed by schedule. */
export interface Keyed { kind: string; names: AgencyWords; value: string; personal: Personal; amended: Amendment | null; gone: Sentence | null }
/** `stale`: the system does not answer now, and said this then. */
export interface FieldSource { names: AgencyWords; as_of: string | null; stale: boolean }
export interface CaseField { name: string; names: AgencyWords; value: string; source: FieldSource; personal: Personal }
/** `away` are systems that do not answer: what they alone know is not among the fields. */
export interface CaseFactsView { fields: CaseField[]; away: { names: AgencyWords; since: string }[] }
/** What an officer can do in the case systems; `written`: the center does it there, else it is done by hand. */
export interface ActionOffered { system: string; system_names: AgencyWords; action: string; names: AgencyWords; written: boolean }
/** By hand: `shown` where one can look whether the case has it by now. */
export type ActState = "not_confirmed" | "confirmed" | "refused";
export interface ActDone {
  key: string; system: string; action: string; system_names: AgencyWords; names: AgencyWords; note: string;
  by: string; at: string; by_hand: boolean; shown: boolean; state: ActState; number: string; gone: Sentence | null;
}
export interface Acts { offered: ActionOffered[]; done: ActDone[] }
/** `general`: may be said where no other fits. */
export interface Script { id: string; titles: AgencyWords; version: number | string; fits: Sentence; next: string; general: boolean }
/** No text once that version may not be read any more, but on record. */
export interface PresentedScript {
  at: string; by: string; tier: string | null; titles: AgencyWords; version: number | string; language: string; text: string;
  standing: "in_force" | "replaced" | "withdrawn"; next: string; gone: Sentence | null;
  /** Empty where somebody's own words were said. */
  id: string;
  own_words: boolean;
  /** Of a guide; `do` is what the agent does meanwhile. Not `read`: the agent alone is told. */
  step: string; read: boolean; do: AgencyWords; choices: { when: AgencyWords; to: string }[];
  /** For supervisors. */
  reviewed: Reviewed | null;
  amended: Amendment | null;
}
export interface Person { user: string; name: string; role: Role; tier: string | null; number: string }
export type SpeaksWith = "colleague" | "caller" | "everyone";
/** `person` is the name of who was asked for, or has answered. */
export interface Transfer {
  by: string; to: string; person: string | null; reason: string; why: Sentence | null; stage: "seeking" | "consulting";
  purpose: "transfer" | "consult"; speaks_with: SpeaksWith;
}
/** A tier, or one colleague. */
export type Whom = { to: string } | { person: string };
export interface Colleague {
  user: string; name: string; role: Role; tier: string; languages: string[]; speaks: boolean; state: AgentStateName;
  why_not_ready: string | null; triggers: Trigger[];
}
export interface ListedInterpreter { id: string; name: string; languages: string[]; note: string; answers: boolean; speaks: boolean }
export interface Interpreter { name: string; note: string; state: "ringing" | "joined" | "missed" }
export type NeedForm = "text" | "long_text" | "date" | "zip" | "receipt" | "choice";
/** `value`: known already, by keypad or of the case; to be asked and changed. */
export interface Need { name: string; names: AgencyWords; form: NeedForm; choices: string[]; value: string }
/** One of the three: until the end of a day, until the office closes, or while it is open. */
export interface Target { calendar_days?: number; business_days?: number; business_hours?: number }
/** `follows_up`: handed in again before the answer, it is added to the request that there is. */
export interface RequestKind { id: string; names: AgencyWords; needs: Need[]; priority: boolean; target: Target; follows_up: boolean }
/** What was filled in of a form. */
export interface RequestMatter { kind: string; receipt: string; facts: Record<string, string> }
/** The words where the viewer may see them. */
export interface SaidByOffice {
  at: string; stage: ReplyStage | "question"; shown: boolean; words: string; gone: Sentence | null;
}
/** About the case of the verified caller, of this call or an earlier one. */
export interface RequestOfCase {
  number: string; kind: string; kind_names: AgencyWords; status: "open" | "asked_back" | "answered"; made_at: string;
  due: string | null; overdue: boolean; answered_at: string | null; office_name: string;
  replies: SaidByOffice[]; question: SaidByOffice | null;
}
export interface ServiceRequest {
  number: string; spoken: string; kind_names: AgencyWords; office: string; office_name: string; because: string[]; due: string | null;
  /** Made before this call, at `made_at`: what was said now was added to it. */
  followed_up: boolean; made_at: string;
}
export interface Referral {
  office: string; office_name: string; address: string | null; phone: string | null; email: string | null; hours: string | null;
  because: string[]; verified: boolean;
}
/** A promised callback that is not kept yet; `attempts` came to nothing. */
export interface Callback { promised_at: string; earliest: string | null; latest: string | null; attempts: number }
export interface TimelineEntry { seq: number; at: string; who: string; what: string; kind: string; sentence: Sentence }

/** `status` while the call goes on between people; `seconds` once it is over, for those who may hear it. */
export interface CallRecording {
  status: "on" | "silent" | "paused" | "asking" | "declined" | "not_told" | "failing" | null; seconds: number | null; cut_short: boolean;
  deleted: boolean; kept_for_emergency: boolean; until: string | null;
}

export interface CallView {
  id: string;
  phase: "presented" | "calling_back" | "talking" | "ended";
  /** The viewer's own part in the call; null for one who has left it or only looks on. */
  role: "reserved" | "serving" | "consulted" | null;
  language: string;
  arrived_at: string;
  waiting_since: string | null;
  number: string;
  because: string | null; why: Sentence | null;
  path: string[];
  keyed: Keyed[];
  /** Of the caller's number, by the network; null where it says nothing. */
  attestation: "passed" | "failed" | "unchecked" | null;
  verification: Level;
  recognised: Recognised | null;
  /** Null where the agency verifies nobody, or nobody serves the caller. */
  verifying: Verifying | null;
  case: CaseFactsView | null;
  /** What is personal is left out of what was keyed, of the case and of what was told. */
  masked: boolean;
  acts: Acts | null;
  scripts: Script[];
  /** Another one whenever any script may have come into force, or been withdrawn. */
  scripts_as_of: string;
  presented: PresentedScript[];
  supervisor: "not_asked" | "asked" | "answered";
  people: Person[];
  transfer: Transfer | null;
  /** What the agent before said to whoever takes the caller next. */
  handed: { by: string; to: string; reason: string; why: Sentence | null } | null;
  not_taken: { person: string; outcome: "rejected" | "timed_out" | "failed" } | null;
  interpreter: Interpreter | null;
  /** Whether the viewer is. */
  muted: boolean;
  may_transfer_to: string[];
  request_kinds: RequestKind[];
  requests_of_case: RequestOfCase[];
  requests: ServiceRequest[];
  referrals: Referral[];
  held: boolean;
  callback: Callback | null;
  recording: CallRecording | null;
  supervisors: SupervisorAtCall[];
  practice: Practice | null;
  emergency_note: string | null;
  emergency_note_gone: Sentence | null;
  /** Of a call that is over, for supervisors. */
  legal_hold: boolean;
  timeline: TimelineEntry[];
}

/** A call in which CSRs of one's own site told the caller something. */
export interface ToldCall { id: string; arrived_at: string; language: string; by: string[]; told: number }
/** `recording` for who may hear it: null also where others were in the call. */
export interface ToldView extends ToldCall { words: PresentedScript[]; recording: CallRecording | null }

export type Trigger = "unresolved" | "caller_asked" | "upset" | "urgent" | "officer_judgement";

export interface CallSummary {
  id: string; arrived_at: string; ended_at: string | null; phase: string; language: string | null; tier: string | null;
  people: Person[]; requests: string[]; ending: string | null; callback: Callback | null;
}

export interface OfficeRequest {
  number: string; kind: string; kind_names: AgencyWords; created_at: string; due: string | null; priority: boolean; agency_error: boolean;
  status: "open" | "asked_back" | "answered"; taken_by: { user: string; name: string } | null; overdue: boolean;
}
export interface Office { id: string; name: string }
/** `offices` are those that a request can be sent on to. */
export interface OfficeInbox { office: Office; offices: Office[]; requests: OfficeRequest[] }
export type ReplyStage = "initial" | "follow_up" | "final";
export interface OfficeRequestDetail extends OfficeRequest {
  facts: { name: string; names: AgencyWords; value: string; personal: Personal; amended: Amendment | null; gone: Sentence | null }[];
  because: { says: string }[];
  created_by: { name: string; role: string | null; number: string | null };
  call: string;
  replied: boolean;
  history: { at: string; who: string; what: Sentence; words: string; gone: Sentence | null }[];
}
