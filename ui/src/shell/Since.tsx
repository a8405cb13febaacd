import { clock, secondsBetween } from "../i18n/times";
import { useNow } from "../i18n/useNow";

/** A clock counting up from a moment, or down to it. Not announced: a screen reader would hear every second. */
export function Since({ at, down = false }: { at: string; down?: boolean }) {
  const seconds = secondsBetween(at, useNow());
  return <span className="clock" role="timer" aria-live="off">{clock(down ? -seconds : seconds)}</span>;
}
