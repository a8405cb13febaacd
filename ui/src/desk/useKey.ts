import { useEffect, useRef } from "react";

/** A key of its own, wherever the focus is. A function key: letters are for typing, and for the keys of a screen reader. */
export function useKey(key: string, press: () => void): void {
  const latest = useRef(press);
  useEffect(() => { latest.current = press; });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== key || event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [key]);
}
