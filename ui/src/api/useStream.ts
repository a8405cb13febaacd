import { useEffect, useEffectEvent, useState } from "react";
import { backOff } from "../phone/backOff";
import { center } from "./center";

/** Every message of a server-sent stream. False while it is lost, and the browser finding its way back. */
export function useStream(path: string | null, take: (message: unknown) => void): boolean {
  const [connected, setConnected] = useState(true);
  const taken = useEffectEvent(take);
  useEffect(() => {
    if (path === null) return;
    setConnected(true);
    let source: EventSource;
    let timer: number | undefined;
    let failures = 0;
    const open = () => {
      source = new EventSource(path);
      source.onopen = () => {
        failures = 0;
        setConnected(true);
      };
      source.onmessage = (message: MessageEvent<string>) => taken(JSON.parse(message.data));
      source.onerror = () => {
        setConnected(false);
        // The browser itself retries a broken stream, but gives up for good on an error status, which it keeps to itself.
        if (source.readyState === EventSource.CLOSED) tryAgain();
      };
    };
    const tryAgain = () => {
      center.whoAmI().catch(() => undefined); // who is signed out is led to sign in
      timer = window.setTimeout(open, backOff(failures++));
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [path]);
  return connected;
}
