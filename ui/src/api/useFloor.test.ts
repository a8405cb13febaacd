import { expect, test } from "vitest";
import type { FloorUpdate, OnTheFloor } from "./duty";
import { after } from "./useFloor";

const agent = (user: string, name: string) => ({ user, name }) as OnTheFloor;
const told = (update: Partial<FloorUpdate>): FloorUpdate => ({
  reset: false, agents: [], gone: [], lines: [], waiting: [], waiting_in_all: 0, full_lines: [], crowd: null, reasons: [], ...update,
});

test("who changed stays in their place, and who takes no calls any more goes", () => {
  const first = after(null, told({ reset: true, agents: [agent("a", "Ana"), agent("b", "Bo"), agent("c", "Cy")] }));
  const second = after(first, told({ agents: [agent("a", "Anna")], gone: ["b"], waiting_in_all: 3 }));
  expect([...second.agents.values()]).toEqual([agent("a", "Anna"), agent("c", "Cy")]);
  expect(second.beside.waiting_in_all).toBe(3);
});

test("a stream that begins anew forgets who was there", () => {
  const first = after(null, told({ reset: true, agents: [agent("a", "Ana")] }));
  expect([...after(first, told({ reset: true, agents: [agent("b", "Bo")] })).agents.keys()]).toEqual(["b"]);
});
