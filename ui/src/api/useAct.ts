import { useState } from "react";

/** Runs one action at a time and keeps the last failure beside the control that caused it. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  async function act<T>(action: () => Promise<T>): Promise<T | undefined> {
    if (busy) return undefined;
    setBusy(true);
    setError(null);
    try {
      return await action();
    } catch (why) {
      setError(why instanceof Error ? why : new Error());
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  return { act, busy, error };
}
