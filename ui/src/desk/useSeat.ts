import { useCallback, useEffect, useState } from "react";
import { center } from "../api/center";
import type { SeatLost } from "../api/duty";
import { Refused } from "../api/http";
import { backOff } from "../phone/backOff";

/** Whether this page is the one screen at which the person works. */
export type Seat = { at: "sitting_down" } | { at: "here" } | { at: "in_call_elsewhere" } | { at: "lost"; lost: SeatLost };

export interface Seating { desk: string; seat: Seat; takeOver: () => void; lose: (lost: SeatLost) => void }

/** Never kept: a page that is loaded again, or doubled, is another screen. */
const newName = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("-");

export function useSeat(): Seating {
  const [desk] = useState(newName);
  const [seat, setSeat] = useState<Seat>({ at: "sitting_down" });
  const [confirmed, setConfirmed] = useState(false);
  useEffect(() => {
    let current = true;
    let timer: number | undefined;
    let failures = 0;
    const sitDown = () => {
      center.sitDown(desk, confirmed).then(
        () => { if (current) setSeat({ at: "here" }); },
        (why: unknown) => {
          if (!current) return;
          if (why instanceof Refused && why.code === "in_call") setSeat({ at: "in_call_elsewhere" });
          else timer = window.setTimeout(sitDown, backOff(failures++));
        },
      );
    };
    sitDown();
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [desk, confirmed]);
  return {
    desk, seat,
    takeOver: useCallback(() => setConfirmed(true), []),
    lose: useCallback((lost: SeatLost) => setSeat({ at: "lost", lost }), []),
  };
}
