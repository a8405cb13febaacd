import { useState } from "react";
import type { Alert, LiveCall, LiveUpdate } from "./types";
import { useStream } from "./useStream";

export interface Live { calls: ReadonlyMap<string, LiveCall>; alerts: Alert[]; begun: boolean }

const NOTHING: Live = { calls: new Map(), alerts: [], begun: false };

/** What there is after one more message: of calls only those that changed come again. */
export function after(live: Live, update: LiveUpdate): Live {
  const calls = new Map(update.reset ? [] : live.calls);
  update.gone.forEach((id) => calls.delete(id));
  update.calls.forEach((call) => calls.set(call.id, call));
  return { calls, alerts: update.alerts, begun: true };
}

/** The calls going on now, kept up by a feed that tells of changes. */
export function useLive(): Live & { connected: boolean } {
  const [live, setLive] = useState(NOTHING);
  const connected = useStream("/api/supervisor/live/feed", (update) => setLive((was) => after(was, update as LiveUpdate)));
  return { ...live, connected };
}
