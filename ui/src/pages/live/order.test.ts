import { expect, test } from "vitest";
import type { LiveCall } from "../../api/types";
import { chosen, inOrder } from "./order";

const call = (id: string, more: Partial<LiveCall>) =>
  ({ id, phase: "talking", since: "2026-01-01T10:00:00Z", agents: [], emergency: false, asked_for_supervisor: false, ...more }) as unknown as LiveCall;

test("emergencies come first, then who asked for a supervisor, then the longest", () => {
  const calls = [
    call("short", { since: "2026-01-01T11:00:00Z" }), call("long", {}), call("asked", { asked_for_supervisor: true }),
    call("waits", { phase: "waiting" }), call("danger", { emergency: true }),
  ];
  expect(inOrder(calls).map((c) => c.id)).toEqual(["danger", "asked", "long", "short", "waits"]);
});

test("what is shown can be narrowed by state and by an agent's name", () => {
  const calls = [call("a", { agents: [{ name: "Carla Sample", tier: "1", since: "" }] }), call("b", { phase: "waiting" })];
  expect(chosen(calls, "all", "carla").map((c) => c.id)).toEqual(["a"]);
  expect(chosen(calls, "waiting", "").map((c) => c.id)).toEqual(["b"]);
});
