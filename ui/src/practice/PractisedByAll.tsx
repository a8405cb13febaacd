import { practice } from "../api/practice";
import { useLoaded } from "../api/useLoaded";
import { PractisedTable } from "./PractisedTable";

/** For supervisors: who has practised what. */
export function PractisedByAll() {
  const { value } = useLoaded(practice.all);
  return value && <PractisedTable practised={value.practised} withNames />;
}
