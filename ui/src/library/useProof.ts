import { useEffect, useState } from "react";
import { library, type Draft, type Proof, type Wording } from "../api/library";

const PAUSE_MS = 400;

/** What the center says of the words as they are now, a moment after the last letter. */
export function useProof(wording: Wording, draft: Draft): Proof {
  const [proof, setProof] = useState<Proof>(draft.proof);
  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(() => {
      library.prove(wording).then((told) => { if (current) setProof(told); }, () => undefined); // saving tells why
    }, PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [wording]);
  return proof;
}
