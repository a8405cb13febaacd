import { useEffect, useState } from "react";
import { backOff } from "../phone/backOff";
import type { Alert, LiveCall, LiveUpdate } from "./types";

export interface Live { calls: ReadonlyMap<string, LiveCall>; alerts: Alert[]; begun: boolean; connected: boolean }

const NOTHING: Live = { calls: new Map(), alerts: [], begun: false, connected: true };

/** What there is after one more message: of calls only those that changed come again. */
export function after(live: Live, update: LiveUpdate): Live {
  const calls = new Map(update.reset ? [] : live.calls);
  update.gone.forEach((id) => calls.delete(id));
  update.calls.forEach((call) => calls.set(call.id, call));
  return { calls, alerts: update.alerts, begun: true, connected: true };
}

/** The calls going on now, kept up by a feed that tells of changes. */
export function useLive(): Live {
  const [live, setLive] = useState(NOTHING);
  useEffect(() => {
    let source: EventSource;
    let timer: number | undefined;
    let failures = 0;
    const open = () => {
      source = new EventSource("/api/supervisor/live/feed");
      source.onmessage = (message: MessageEvent<string>) => {
        failures = 0;
        setLive((was) => after(was, JSON.parse(message.data) as LiveUpdate));
      };
      source.onerror = () => {
        setLive((was) => ({ ...was, connected: false }));
        if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(open, backOff(failures++));
      };
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, []);
  return live;
}
