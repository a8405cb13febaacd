import { useEffect, useRef } from "react";

/** What is pressed often goes away, and the focus with it, to the top of the document: it is given to the heading of what
 * that was part of, or to the page where another has been opened. */
export function useKeptFocus(page: string): void {
  useEffect(() => {
    let around: Element[] = [];
    const got = (event: FocusEvent) => { around = outwards(event.target as Element); };
    // The browser says this also of what is just being taken away: which of the two it is shows right after.
    const left = ({ target }: FocusEvent) => queueMicrotask(() => { if (leftByChoice(target as Element)) around = []; });
    const changed = () => {
      if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
      focusOn(around.find((one) => one.isConnected && one.matches("section, main")));
    };
    const watch = new MutationObserver(changed);
    document.addEventListener("focusin", got);
    document.addEventListener("focusout", left);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", got);
      document.removeEventListener("focusout", left);
      watch.disconnect();
    };
  }, []);

  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    const main = document.getElementById("main");
    if (!main?.contains(document.activeElement)) main?.focus();
  }, [page]);
}

function outwards(from: Element): Element[] {
  const found = [];
  for (let one: Element | null = from; one; one = one.parentElement) found.push(one);
  return found;
}

/** Not because it is gone, or takes nothing while the center is asked, and for nothing else. */
const leftByChoice = (one: Element): boolean =>
  one.isConnected && !one.matches(":disabled") && document.activeElement === document.body;

function focusOn(place: Element | undefined): void {
  const heading = place?.querySelector<HTMLElement>("h1, h2") ?? (place as HTMLElement | undefined);
  if (!heading) return;
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus();
}
