import { useEffect, useState } from "react";
import { backOff } from "../phone/backOff";

export interface Feed<T> { view: T | null; connected: boolean }

/** The latest whole view of a server-sent feed. `connected` turns false while the browser is finding its way back. */
export function useFeed<T>(path: string | null): Feed<T> {
  const [feed, setFeed] = useState<Feed<T>>({ view: null, connected: true });
  useEffect(() => {
    if (path === null) return; // the last view stays to be read
    setFeed({ view: null, connected: true });
    let source: EventSource;
    let timer: number | undefined;
    let failures = 0;
    const open = () => {
      source = new EventSource(path);
      source.onopen = () => {
        failures = 0;
        setFeed((was) => ({ ...was, connected: true }));
      };
      source.onmessage = (message: MessageEvent<string>) => setFeed({ view: JSON.parse(message.data) as T, connected: true });
      source.onerror = () => {
        setFeed((was) => ({ ...was, connected: false }));
        // The browser itself retries a broken stream, but gives up for good on an error status: then we go on.
        if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(open, backOff(failures++));
      };
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [path]);
  return feed;
}
