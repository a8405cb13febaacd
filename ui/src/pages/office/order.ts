import type { OfficeRequest } from "../../api/types";

/** Open before answered, priority before normal, then what is due first. */
export const inWorkingOrder = (requests: OfficeRequest[]): OfficeRequest[] =>
  requests.toSorted((a, b) =>
    Number(a.status === "answered") - Number(b.status === "answered")
    || Number(b.priority) - Number(a.priority)
    || Date.parse(a.due) - Date.parse(b.due));
