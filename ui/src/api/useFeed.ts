import { useState } from "react";
import { useStream } from "./useStream";

export interface Feed<T> { view: T | null; connected: boolean }

/** The latest whole view of a server-sent feed. It stays to be read when there is no path any more. */
export function useFeed<T>(path: string | null): Feed<T> {
  const [latest, setLatest] = useState<{ of: string | null; view: T | null }>({ of: path, view: null });
  const connected = useStream(path, (view) => setLatest({ of: path, view: view as T }));
  return { view: path === null || latest.of === path ? latest.view : null, connected };
}
