import { useEffect, useState } from "react";
import { center } from "../api/center";
import type { CallView, Script } from "../api/types";

const PAUSE_MILLISECONDS = 120;
const NONE: Script[] = [];

interface Found { asOf: string; words: string; scripts: Script[] }

/** What the words find, a moment after the last letter; null while nothing is typed. `settled` once it is of these words.
 * What was found before any script may have been withdrawn is gone at once, and looked for again. */
export function useScriptSearch({ id, scripts_as_of: asOf }: CallView, typed: string) {
  const words = typed.trim();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!words) return undefined;
    let current = true;
    const take = (scripts: Script[]) => { if (current) setFound({ asOf, words, scripts }); };
    const timer = window.setTimeout(() => {
      center.searchScripts(id, words).then((answer) => take(answer.scripts), () => take(NONE));
    }, PAUSE_MILLISECONDS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [id, words, asOf]);
  if (!words) return { scripts: null, settled: false };
  const holds = found?.asOf === asOf;
  return { scripts: holds ? found.scripts : NONE, settled: holds && found.words === words };
}
