/** Every door of the center that the workspace uses, by what it is for. */
import { request } from "./http";
import type {
  AgentView, CallSummary, CallView, Center, Me, OfficeInbox, OfficeRequestDetail, SipLogin, SupervisionMode, TrialPhone, Trigger,
} from "./types";

const call = (id: string) => `/api/calls/${encodeURIComponent(id)}`;

export const center = {
  about: () => request<Center>("GET", "/api/center"),
  trialPhone: () => request<TrialPhone>("POST", "/api/trial/phone", {}),
  transcriptOf: (token: string) => `/api/trial/phone/${encodeURIComponent(token)}/transcript`,

  whoAmI: () => request<Me>("GET", "/api/session"),
  signIn: (user: string, password: string) => request<Me>("POST", "/api/session", { user, password }),
  signOut: () => request<null>("DELETE", "/api/session"),

  phone: () => request<SipLogin>("POST", "/api/agent/phone", { kind: "browser" }),
  ready: () => request<AgentView>("POST", "/api/agent/state", { ready: true }),
  notReady: (reason: string) => request<AgentView>("POST", "/api/agent/state", { ready: false, reason }),

  verify: (id: string, identity: { receipt: string; name: string; date_of_birth: string }) =>
    request<CallView>("POST", `${call(id)}/verification`, identity),
  present: (id: string, script: string) => request<CallView>("POST", `${call(id)}/scripts`, { script }),
  noScriptFits: (id: string, asked: string) => request<CallView>("POST", `${call(id)}/no-script`, { asked }),
  transfer: (id: string, to: string, trigger: Trigger, reason: string) =>
    request<CallView>("POST", `${call(id)}/transfer`, { to, trigger, reason }),
  completeTransfer: (id: string) => request<CallView>("POST", `${call(id)}/transfer/complete`, {}),
  takeBack: (id: string) => request<CallView>("DELETE", `${call(id)}/transfer`),
  hold: (id: string, held: boolean) => request<CallView>("POST", `${call(id)}/hold`, { held }),
  createRequest: (id: string, key: string, matter: { kind: string; receipt: string; facts: Record<string, string> }) =>
    request<CallView>("POST", `${call(id)}/requests`, matter, { "Idempotency-Key": key }),
  end: (id: string) => request<CallView>("POST", `${call(id)}/end`, {}),
  supervise: (id: string, mode: SupervisionMode, reason: string) =>
    request<AgentView>("POST", `${call(id)}/supervision`, { mode, reason }),
  stopSupervising: (id: string) => request<AgentView>("DELETE", `${call(id)}/supervision`),
  takeOver: (id: string) => request<AgentView>("POST", `${call(id)}/take-over`, {}),
  declareEmergency: (id: string, kind: string) => request<AgentView>("POST", `${call(id)}/emergency`, { kind }),
  acknowledge: (id: string, note: string) => request<AgentView>("POST", `${call(id)}/emergency/acknowledgement`, { note }),
  callNamed: (id: string) => request<CallView>("GET", call(id)),
  calls: () => request<{ calls: CallSummary[] }>("GET", "/api/calls?limit=50"),

  inbox: () => request<OfficeInbox>("GET", "/api/office/requests"),
  officeRequest: (number: string) => request<OfficeRequestDetail>("GET", `/api/office/requests/${encodeURIComponent(number)}`),
};
