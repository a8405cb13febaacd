import { expect, test } from "vitest";
import type { LiveCall, LiveUpdate } from "./types";
import { after, type Live } from "./useLive";

const nothing: Live = { calls: new Map(), alerts: [], begun: false };
const line = (id: string, phase: string) => ({ id, phase }) as LiveCall;
const told = (update: Partial<LiveUpdate>): LiveUpdate => ({ reset: false, calls: [], gone: [], alerts: [], ...update });

test("a change replaces its line alone, and what is over goes", () => {
  const first = after(nothing, told({ reset: true, calls: [line("a", "ivr"), line("b", "ivr")] }));
  const second = after(first, told({ calls: [line("a", "waiting")], gone: ["b"] }));
  expect([...second.calls.values()]).toEqual([line("a", "waiting")]);
});

test("a stream that begins anew forgets what was there", () => {
  const first = after(nothing, told({ reset: true, calls: [line("a", "ivr")] }));
  expect([...after(first, told({ reset: true, calls: [line("c", "ivr")] })).calls.keys()]).toEqual(["c"]);
});
