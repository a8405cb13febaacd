import { useEffect, useRef, type RefObject } from "react";

export type HowCopied = "copied" | "printed";
type Tell = (how: HowCopied, classes: string[]) => Promise<unknown>;

/** Which classes of what is personal are in the part of the page that is chosen, or in all of it; never a value. */
function classesIn(region: HTMLElement, chosen: Selection | null): string[] {
  const marked = [...region.querySelectorAll<HTMLElement>("[data-personal]")];
  const inIt = chosen ? marked.filter((element) => chosen.containsNode(element, true)) : marked;
  return [...new Set(inIt.map((element) => element.dataset.personal ?? ""))];
}

/** Tells the center that somebody copied or printed from this region. It hinders nobody, and a copy that the center does not
 * hear of is a copy all the same: it deters. */
export function useCopiesOnRecord<E extends HTMLElement>(tell: Tell): RefObject<E | null> {
  const region = useRef<E>(null);
  useEffect(() => {
    const report = (how: HowCopied, chosen: Selection | null) => {
      const classes = region.current ? classesIn(region.current, chosen) : [];
      if (classes.length > 0) tell(how, classes).catch(() => undefined);
    };
    const copied = () => {
      const chosen = document.getSelection();
      if (chosen && !chosen.isCollapsed) report("copied", chosen);
    };
    const printed = () => { report("printed", null); };
    document.addEventListener("copy", copied);
    document.addEventListener("cut", copied);
    window.addEventListener("beforeprint", printed);
    return () => {
      document.removeEventListener("copy", copied);
      document.removeEventListener("cut", copied);
      window.removeEventListener("beforeprint", printed);
    };
  }, [tell]);
  return region;
}
