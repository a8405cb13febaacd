/** How the microphone is asked for. Good headsets clean the sound themselves, and a browser's cleaning removes steady tones. */
const KEY = "tierline.microphone";

export const isPlain = (): boolean => localStorage.getItem(KEY) === "plain";
export const setPlain = (plain: boolean): void => (plain ? localStorage.setItem(KEY, "plain") : localStorage.removeItem(KEY));

export function microphone(): MediaStreamConstraints {
  const cleaned = !isPlain();
  return {
    audio: { echoCancellation: cleaned, noiseSuppression: cleaned, autoGainControl: cleaned },
    video: false,
  };
}

export type MicrophoneProblem = "denied" | "missing";

/** Asks for the microphone once, early, so that a problem shows before a caller waits on it. */
export async function microphoneProblem(): Promise<MicrophoneProblem | null> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(microphone());
    stream.getTracks().forEach((track) => track.stop());
    return null;
  } catch (why) {
    return why instanceof DOMException && why.name === "NotAllowedError" ? "denied" : "missing";
  }
}
