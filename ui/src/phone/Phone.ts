/** The browser's telephone. It keeps itself registered, rings, and holds one line at a time. */
import { UA, WebSocketInterface } from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession";
import type { SipLogin } from "../api/types";
import { Line, dialling } from "./Line";
import { backOff } from "./backOff";

export type Registration = "connecting" | "registered" | "lost";

export interface PhoneSnapshot { registration: Registration; line: Line["state"] | "none" }

const AT_REST: PhoneSnapshot = { registration: "connecting", line: "none" };

export class Phone {
  private readonly speaker = new Audio();
  private readonly listeners = new Set<() => void>();
  private ua: UA | null = null;
  private line: Line | null = null;
  private registration: Registration = "connecting";
  private failures = 0;
  private timer: number | undefined;
  private closed = false;
  private latest = AT_REST;
  private toCall: string | null = null;

  /** The login is asked for at the start and whenever the engine no longer knows us: it forgets every one when it restarts. */
  constructor(private readonly login: () => Promise<SipLogin>) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): PhoneSnapshot => this.latest;

  async start(): Promise<void> {
    try {
      const login = await this.login();
      if (!this.closed) this.connect(login);
    } catch {
      this.lost(() => void this.start());
    }
  }

  close(): void {
    this.closed = true;
    window.clearTimeout(this.timer);
    this.line?.hangUp();
    this.ua?.stop();
  }

  /** Dials at once, or as soon as the phone is connected. */
  call(target: string): void {
    this.toCall = target;
    if (this.registration === "registered") this.dial();
  }

  answer(): void { this.line?.answer(); }
  reject(): void { this.line?.reject(); }
  hangUp(): void { this.line?.hangUp(); }
  press(key: string): void { this.line?.press(key); }

  private connect(login: SipLogin): void {
    this.ua?.stop();
    const ua = new UA({
      sockets: [new WebSocketInterface(login.websocket)],
      uri: login.uri,
      authorization_user: login.user,
      password: login.password,
      registrar_server: `sip:${login.registrar}`,
      register: true,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 4, // seconds: an engine is ready again within two
      session_timers: false,
      user_agent: "Tierline workspace",
    });
    this.ua = ua;
    const mine = <E>(then: (event: E) => void) => (event: E) => { if (this.ua === ua && !this.closed) then(event); };
    ua.on("registered", mine(() => this.found()));
    ua.on("disconnected", mine(() => this.become("lost")));
    ua.on("registrationFailed", mine((event: { response?: { status_code?: number } | null }) => this.notRegistered(event.response?.status_code)));
    ua.on("newRTCSession", mine(({ session }: { session: RTCSession }) => this.take(session)));
    ua.start();
  }

  private take(session: RTCSession): void {
    // The center rings an agent for one call at a time, so a line still open when it rings again is a dead engine's.
    this.line?.hangUp();
    const line: Line = new Line(session, this.speaker, () => {
      if (this.line !== line) return;
      if (line.state === "over") this.line = null;
      this.changed();
    });
    this.line = line;
    this.changed();
  }

  private found(): void {
    this.failures = 0;
    this.become("registered");
    this.dial();
  }

  private dial(): void {
    if (this.toCall !== null) this.ua?.call(this.toCall, dialling());
    this.toCall = null;
  }

  private notRegistered(status: number | undefined): void {
    const forgotten = status === 401 || status === 403 || status === 404;
    const talking = this.line?.state === "talking";
    // JsSIP does not try again by itself; a new login would end the call that is still going on.
    this.lost(() => (forgotten && !talking ? void this.start() : this.ua?.register()));
  }

  private lost(then: () => void): void {
    this.become("lost");
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { if (!this.closed) then(); }, backOff(this.failures++));
  }

  private become(registration: Registration): void {
    this.registration = registration;
    this.changed();
  }

  private changed(): void {
    this.latest = { registration: this.registration, line: this.line?.state ?? "none" };
    this.listeners.forEach((tell) => tell());
  }
}
