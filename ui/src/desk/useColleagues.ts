import { useCallback } from "react";
import { center } from "../api/center";
import { useLoaded } from "../api/useLoaded";

/** Who could take part in this call now; asked again whenever somebody is about to choose. */
export function useColleagues(call: string) {
  const { value, again } = useLoaded(useCallback(() => center.colleagues(call), [call]));
  return { colleagues: value ?? [], again };
}
