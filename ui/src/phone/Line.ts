/** One conversation of the browser's phone, over JsSIP's session: its sound, its end, and the signs of a dead engine. */
import type { RTCSession } from "jssip/lib/RTCSession";
import { microphone } from "./microphone";

export type LineState = "ringing" | "dialling" | "talking" | "over";

// Without a server to ask, every usable address is known at once: a slow interface must not hold up an answer.
const GATHERING_MS = 400;
const pcConfig: RTCConfiguration = { iceServers: [] };

export class Line {
  state: LineState;
  private gathering: number | undefined;

  constructor(private readonly session: RTCSession, private readonly speaker: HTMLAudioElement, private readonly changed: () => void) {
    this.state = session.direction === "incoming" ? "ringing" : "dialling";
    if (session.connection) this.listen(session.connection);
    else session.on("peerconnection", ({ peerconnection }) => this.listen(peerconnection));
    session.on("icecandidate", ({ ready }) => {
      window.clearTimeout(this.gathering);
      this.gathering = window.setTimeout(ready, GATHERING_MS);
    });
    session.on("confirmed", () => this.become("talking"));
    session.on("ended", () => this.become("over"));
    session.on("failed", () => this.become("over"));
  }

  answer(): void {
    this.session.answer({ mediaConstraints: microphone(), pcConfig });
  }

  reject(): void {
    this.session.terminate({ status_code: 603, reason_phrase: "Decline" });
  }

  hangUp(): void {
    if (!this.session.isEnded()) this.session.terminate();
    this.become("over");
  }

  press(key: string): void {
    this.session.sendDTMF(key, { transportType: "RFC2833" as never, duration: 120, interToneGap: 80 });
  }

  private listen(connection: RTCPeerConnection): void {
    connection.addEventListener("track", ({ track, streams }) => {
      this.speaker.srcObject = streams[0] ?? new MediaStream([track]);
      void this.speaker.play().catch(() => undefined); // a newer track may take its place
    });
    connection.addEventListener("iceconnectionstatechange", () => {
      // A killed engine sends no BYE; its silence shows here some seconds later.
      if (["disconnected", "failed"].includes(connection.iceConnectionState)) this.hangUp();
    });
  }

  private become(state: LineState): void {
    if (this.state === "over") return;
    this.state = state;
    if (state === "over") this.speaker.srcObject = null;
    this.changed();
  }
}

export const dialling = () => ({ mediaConstraints: microphone(), pcConfig });
