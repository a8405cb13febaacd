import { useEffect, useRef, useState } from "react";
import { center } from "../../api/center";
import { Refused } from "../../api/http";
import type { Transcript } from "../../api/types";
import { useFeed } from "../../api/useFeed";
import type { Key } from "../../i18n/en";
import { Phone, type PhoneSnapshot } from "../../phone/Phone";
import { microphoneProblem } from "../../phone/microphone";
import { usePhone } from "../../phone/usePhone";

const NOTHING: Transcript = { lines: [], state: "idle" };

export interface TrialCall {
  phone: PhoneSnapshot;
  transcript: Transcript;
  connected: boolean;
  /** When the call began, while one is on. */
  since: string | null;
  problem: Key | Error | null;
  call: () => Promise<void>;
  answer: () => void;
  hangUp: () => void;
  press: (key: string) => void;
}

/** A caller's telephone for one call: each call has its own login, so that a trial number is never anyone else's. */
export function useTrialCall(): TrialCall {
  const [phone, setPhone] = useState<Phone | null>(null);
  const [feed, setFeed] = useState<string | null>(null);
  const [since, setSince] = useState<string | null>(null);
  const [problem, setProblem] = useState<Key | Error | null>(null);
  const open = useRef<Phone | null>(null);
  const snapshot = usePhone(phone);
  const { view, connected } = useFeed<Transcript>(feed);
  useEffect(() => () => open.current?.close(), []);

  // The center puts the phone away some time after the call: then there is nothing more to follow.
  useEffect(() => {
    if (view?.state !== "ended") return;
    setFeed(null);
    open.current?.close();
  }, [view]);
  const inCall = snapshot.line !== "none";
  useEffect(() => { setSince(inCall ? new Date().toISOString() : null); }, [inCall]);

  const call = async () => {
    setProblem(null);
    const microphone = await microphoneProblem();
    if (microphone) return setProblem(`start.microphone_${microphone}`);
    open.current?.close();
    try {
      const trial = await center.trialPhone();
      const own = new Phone(() => Promise.resolve(trial.login)); // a promised callback rings here
      open.current = own;
      setPhone(own);
      setFeed(center.transcriptOf(trial.token));
      await own.start();
      own.call(trial.dial);
    } catch (why) {
      setProblem(why instanceof Refused ? why : "start.phone_failed");
    }
  };

  return {
    phone: snapshot, transcript: view ?? NOTHING, connected, since, problem, call,
    answer: () => open.current?.answer(),
    hangUp: () => open.current?.hangUp(),
    press: (key) => open.current?.press(key),
  };
}
