import { useCallback, useEffect, useState } from "react";
import { Refused } from "./http";

export interface Loaded<T> { value: T | null; refused: Refused | null; again: () => void }

/** A value fetched when the page opens, and again on demand. `load` must be stable. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    load().then(
      (got) => { if (current) { setValue(got); setRefused(null); } },
      (why: unknown) => { if (current) setRefused(why instanceof Refused ? why : new Refused(503, "away", null)); },
    );
    return () => { current = false; };
  }, [load, round]);
  return { value, refused, again: useCallback(() => setRound((n) => n + 1), []) };
}
