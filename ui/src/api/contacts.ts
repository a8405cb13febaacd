/** Points of contact of offices, and what supervisors ask of them at a call. */
import type { AgencyWords } from "./duty";
import { request } from "./http";
import type { Sentence } from "./sentence";

export type WantedOfOffice = "immediate_action" | "direct_assistance";
export interface NamedChoice { id: string; names: AgencyWords }
/** Who is in charge of these subjects now. `hours` are where the contact is. */
export interface Contact {
  id: string; subjects: NamedChoice[]; name: string; note: string; hours: AgencyWords; is_open: boolean; opens_at: string | null;
  minutes: number; alternates: string[]; may_write: boolean; may_call: boolean; verified: boolean;
}
export type AskedState = "written" | "ringing" | "joined" | "acknowledged" | "reached" | "unreached";
/** `id` is the reference that the contact knows; `due` is until when a message is to be acknowledged. */
export interface AskedOffice {
  id: string; by: string; office: AgencyWords; subject: AgencyWords; wanted: WantedOfOffice; number: string | null; since: string;
  state: AskedState; contact: string; tried: string[]; due: string | null; speaks_with: "contact" | "caller" | "everyone";
  answer: string | null; gone: Sentence | null;
}
/** `contacts` are those of the office that was named; `requests` the numbers that may be named to it. */
export interface Contacts { offices: NamedChoice[]; subjects: NamedChoice[]; contacts: Contact[]; requests: string[]; asked: AskedOffice[] }
/** Of all calls, what nobody has acknowledged; without `due` nobody was reached. */
export interface OpenOffice {
  call: string; id: string; by: string; office: AgencyWords; subject: AgencyWords; since: string; state: AskedState; contact: string; due: string | null;
}
export interface Wish { office: string; subject: string; wanted: WantedOfOffice; number: string; reason: string }

const of = (call: string) => `/api/calls/${encodeURIComponent(call)}/contacts`;
const asked = (call: string, id: string) => `${of(call)}/${encodeURIComponent(id)}`;

export const contacts = {
  open: () => request<{ asked: OpenOffice[] }>("GET", "/api/supervisor/contacts"),
  at: (call: string, office: string) => request<Contacts>("GET", `${of(call)}?${new URLSearchParams({ office }).toString()}`),
  write: (call: string, key: string, wish: Wish) => request<Contacts>("POST", `${of(call)}/messages`, wish, { "Idempotency-Key": key }),
  ring: (call: string, key: string, wish: Wish) => request<Contacts>("POST", `/api/calls/${encodeURIComponent(call)}/contact`, wish, { "Idempotency-Key": key }),
  speakWith: (call: string, whom: AskedOffice["speaks_with"]) => request<Contacts>("POST", `/api/calls/${encodeURIComponent(call)}/contact/speaking`, { whom }),
  letGo: (call: string) => request<Contacts>("DELETE", `/api/calls/${encodeURIComponent(call)}/contact`),
  acknowledged: (call: string, id: string) => request<Contacts>("POST", `${asked(call, id)}/acknowledgement`, {}),
  answered: (call: string, id: string, words: string) => request<Contacts>("POST", `${asked(call, id)}/answer`, { words }),
};
