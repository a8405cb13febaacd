import { expect, test } from "vitest";
import type { OfficeRequest } from "../../api/types";
import { inWorkingOrder } from "./order";

const request = (number: string, due: string, rest: Partial<OfficeRequest> = {}): OfficeRequest => ({
  number, kind: "typo", kind_name: "Typographic error", created_at: due, due, priority: false, status: "open", ...rest,
});

test("a clerk sees priority requests first, then what is due first, and what is answered last", () => {
  const late = request("late", "2026-03-09T00:00:00Z");
  const soon = request("soon", "2026-03-02T00:00:00Z");
  const urgent = request("urgent", "2026-03-20T00:00:00Z", { priority: true });
  const done = request("done", "2026-03-01T00:00:00Z", { priority: true, status: "answered" });
  expect(inWorkingOrder([done, late, soon, urgent]).map((r) => r.number)).toEqual(["urgent", "soon", "late", "done"]);
});
