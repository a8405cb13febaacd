/** Every door of the center that the workspace uses, by what it is for. */
import { request } from "./http";
import type { OnTheFloor, PastState, TheCaller } from "./duty";
import type {
  AgentView, CallSummary, CallView, Center, Colleague, ListedInterpreter, Me, OfficeInbox, OfficeRequestDetail, ReplyStage, RequestMatter,
  Script, SipLogin,
  SpeaksWith, SupervisionMode, ToldCall, ToldView, TrialPhone, Trigger, Whom,
} from "./types";
import type { Sentence } from "./sentence";
import type { Given } from "./verification";
import type { HowCopied } from "../shell/useCopiesOnRecord";

const call = (id: string) => `/api/calls/${encodeURIComponent(id)}`;

const onFloor = (user: string) => `/api/supervisor/floor/${encodeURIComponent(user)}`;

const officeRequest = (number: string) => `/api/office/requests/${encodeURIComponent(number)}`;

export const center = {
  about: () => request<Center>("GET", "/api/center"),
  trialPhone: () => request<TrialPhone>("POST", "/api/trial/phone", {}),
  transcriptOf: (token: string) => `/api/trial/phone/${encodeURIComponent(token)}/transcript`,

  whoAmI: () => request<Me>("GET", "/api/session"),
  signIn: (user: string, password: string) => request<Me>("POST", "/api/session", { user, password }),
  signOut: () => request<null>("DELETE", "/api/session"),

  sitDown: (desk: string, takeOver: boolean) => request<AgentView>("POST", "/api/agent/desk", { desk, take_over: takeOver }),
  phone: (desk: string) => request<SipLogin>("POST", "/api/agent/phone", { kind: "browser", desk }),
  phoneIsHere: () => request<AgentView>("POST", "/api/agent/phone/here", {}),
  longerWrapUp: () => request<AgentView>("POST", "/api/agent/wrap-up/extension", {}),
  dispose: (id: string, disposition: string) => request<CallView>("POST", `${call(id)}/disposition`, { disposition }),

  putNotReady: (user: string, reason: string, why: string) => request<OnTheFloor>("POST", `${onFloor(user)}/not-ready`, { reason, why }),
  signOutAgent: (user: string, why: string, caller: TheCaller) => request<OnTheFloor>("POST", `${onFloor(user)}/sign-out`, { why, caller }),

  statesOf: (user: string) => request<{ states: PastState[] }>("GET", `${onFloor(user)}/states`),

  ready: () => request<AgentView>("POST", "/api/agent/state", { ready: true }),
  notReady: (reason: string) => request<AgentView>("POST", "/api/agent/state", { ready: false, reason }),

  verify: (id: string, given: Given) => request<CallView>("POST", `${call(id)}/verification`, given),
  handToUnit: (id: string) => request<CallView>("POST", `${call(id)}/verification/unit`, {}),
  allowAttempt: (id: string) => request<CallView>("POST", `${call(id)}/verification/attempts`, {}),
  present: (id: string, script: string, step = "") => request<CallView>("POST", `${call(id)}/scripts`, { script, step }),
  endGuide: (id: string, script: string, step: string, to: string) => request<CallView>("POST", `${call(id)}/scripts/end`, { script, step, to }),
  addOwnWords: (id: string, said: string) => request<CallView>("POST", `${call(id)}/own-words`, { said }),
  searchScripts: (id: string, words: string) =>
    request<{ scripts: Script[] }>("GET", `${call(id)}/scripts?${new URLSearchParams({ words }).toString()}`),
  noScriptFits: (id: string) => request<CallView>("POST", `${call(id)}/no-script`, {}),
  noteQuestion: (id: string, asked: string) => request<CallView>("POST", `${call(id)}/no-script/question`, { asked }),
  colleagues: (id: string) => request<Colleague[]>("GET", `${call(id)}/colleagues`),
  transfer: (id: string, whom: Whom, trigger: Trigger, reason: string) =>
    request<CallView>("POST", `${call(id)}/transfer`, { ...whom, trigger, reason }),
  handOn: (id: string, whom: Whom, trigger: Trigger, reason: string) =>
    request<CallView>("POST", `${call(id)}/hand-on`, { ...whom, trigger, reason }),
  bookCallback: (id: string, whom: Whom, trigger: Trigger, reason: string, phone: string) =>
    request<CallView>("POST", `${call(id)}/callback`, { ...whom, trigger, reason, phone }),
  giveBack: (id: string, reason: string) => request<CallView>("POST", `${call(id)}/give-back`, { reason }),
  consult: (id: string, whom: Whom, reason: string) => request<CallView>("POST", `${call(id)}/consult`, { ...whom, reason }),
  goOn: (id: string) => request<CallView>("DELETE", `${call(id)}/consult`),
  speakWith: (id: string, whom: SpeaksWith) => request<CallView>("POST", `${call(id)}/speak-with`, { whom }),
  leave: (id: string) => request<CallView>("POST", `${call(id)}/leave`, {}),
  pauseRecording: (id: string, paused: boolean) => request<CallView>(paused ? "POST" : "DELETE", `${call(id)}/recording/pause`, paused ? {} : undefined),
  chooseRecording: (id: string, agreed: boolean) => request<CallView>("POST", `${call(id)}/recording/choice`, { agreed }),
  playRecording: (id: string, reason: string) => request<{ audio: string }>("POST", `${call(id)}/recording/plays`, { reason }),
  releaseRecording: (id: string, reason: string) => request<CallView>("POST", `${call(id)}/recording/release`, { reason }),
  mute: (id: string, muted: boolean) => request<CallView>("POST", `${call(id)}/mute`, { muted }),
  pressKeys: (id: string, keys: string) => request<CallView>("POST", `${call(id)}/keys`, { keys }),
  interpreters: (id: string) => request<ListedInterpreter[]>("GET", `${call(id)}/interpreters`),
  callInterpreter: (id: string, interpreter: string) => request<CallView>("POST", `${call(id)}/interpreter`, { interpreter }),
  letInterpreterGo: (id: string) => request<CallView>("DELETE", `${call(id)}/interpreter`),
  completeTransfer: (id: string) => request<CallView>("POST", `${call(id)}/transfer/complete`, {}),
  takeBack: (id: string) => request<CallView>("DELETE", `${call(id)}/transfer`),
  hold: (id: string, held: boolean) => request<CallView>("POST", `${call(id)}/hold`, { held }),
  createRequest: (id: string, key: string, matter: RequestMatter) =>
    request<CallView>("POST", `${call(id)}/requests`, matter, { "Idempotency-Key": key }),
  checkRequest: (id: string, matter: RequestMatter) =>
    request<{ wrong: Record<string, Sentence> }>("POST", `${call(id)}/requests/form`, matter),
  tellOffice: (id: string, number: string, said: string) =>
    request<CallView>("POST", `${call(id)}/requests/${encodeURIComponent(number)}/told`, { said }),
  actInSystem: (id: string, key: string, done: { system: string; action: string; note: string; by_hand: boolean }) =>
    request<CallView>("POST", `${call(id)}/acts`, done, { "Idempotency-Key": key }),
  end: (id: string) => request<CallView>("POST", `${call(id)}/end`, {}),
  supervise: (id: string, mode: SupervisionMode, reason: string) =>
    request<AgentView>("POST", `${call(id)}/supervision`, { mode, reason }),
  stopSupervising: (id: string) => request<AgentView>("DELETE", `${call(id)}/supervision`),
  takeOver: (id: string) => request<AgentView>("POST", `${call(id)}/take-over`, {}),
  declareEmergency: (id: string, kind: string) => request<AgentView>("POST", `${call(id)}/emergency`, { kind }),
  acknowledge: (id: string, note: string) => request<AgentView>("POST", `${call(id)}/emergency/acknowledgement`, { note }),
  callNamed: (id: string) => request<CallView>("GET", call(id)),
  calls: () => request<{ calls: CallSummary[] }>("GET", "/api/calls?limit=50"),

  toldCalls: () => request<{ calls: ToldCall[] }>("GET", "/api/quality/calls"),
  siteCallCopied: (id: string, how: HowCopied, classes: string[]) =>
    request<null>("POST", `/api/quality/calls/${encodeURIComponent(id)}/copies`, { how, classes }),
  toldIn: (id: string) => request<ToldView>("GET", `/api/quality/calls/${encodeURIComponent(id)}`),

  inbox: () => request<OfficeInbox>("GET", "/api/office/requests"),
  callInFull: (id: string) => request<CallView>("POST", `${call(id)}/shown`, {}),
  callCopied: (id: string, how: HowCopied, classes: string[]) => request<null>("POST", `${call(id)}/copies`, { how, classes }),
  requestCopied: (number: string, how: HowCopied, classes: string[]) =>
    request<null>("POST", `${officeRequest(number)}/copies`, { how, classes }),
  officeRequest: (number: string) => request<OfficeRequestDetail>("GET", officeRequest(number)),
  takeRequest: (number: string) => request<OfficeRequestDetail>("POST", `${officeRequest(number)}/take`),
  putRequestBack: (number: string) => request<OfficeRequestDetail>("POST", `${officeRequest(number)}/put-back`),
  replyToRequest: (number: string, stage: ReplyStage, words: string) =>
    request<OfficeRequestDetail>("POST", `${officeRequest(number)}/replies`, { stage, words }),
  askCallerBack: (number: string, words: string) => request<OfficeRequestDetail>("POST", `${officeRequest(number)}/questions`, { words }),
  sendRequestOn: (number: string, office: string, why: string) => request<null>("POST", `${officeRequest(number)}/office`, { office, why }),
};
