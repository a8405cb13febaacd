import { useState } from "react";
import { center } from "../api/center";
import { Refused } from "../api/http";
import type { Sentence } from "../api/sentence";
import type { RequestMatter } from "../api/types";

/** What the center says is wrong of a form: of what is filled in when a field is left, and of the whole when it is sent. */
export function useWrong(call: string, matter: RequestMatter) {
  const [wrong, setWrong] = useState<Record<string, Sentence>>({});
  const look = async () => {
    if (!matter.kind) return;
    try {
      setWrong((await center.checkRequest(call, matter)).wrong);
    } catch {
      // What cannot be looked at now is looked at when it is sent.
    }
  };
  const refused = (why: unknown) => { if (why instanceof Refused) setWrong(why.fields); };
  return { wrong, look: () => void look(), refused, forget: () => setWrong({}) };
}
