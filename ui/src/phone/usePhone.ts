import { useEffect, useState, useSyncExternalStore } from "react";
import type { Phone, PhoneSnapshot } from "./Phone";
import { microphoneProblem, type MicrophoneProblem } from "./microphone";
import { ring } from "./ringTone";

const NO_PHONE: PhoneSnapshot = { registration: "connecting", line: "none" };
const never = () => () => undefined;

/** What a phone is doing now. */
export const usePhone = (phone: Phone | null): PhoneSnapshot =>
  useSyncExternalStore(phone?.subscribe ?? never, phone?.snapshot ?? (() => NO_PHONE));

export function useMicrophone(): MicrophoneProblem | null {
  const [problem, setProblem] = useState<MicrophoneProblem | null>(null);
  useEffect(() => { void microphoneProblem().then(setProblem); }, []);
  return problem;
}

export function useRing(ringing: boolean): void {
  useEffect(() => (ringing ? ring() : undefined), [ringing]);
}
