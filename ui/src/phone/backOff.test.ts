import { expect, test } from "vitest";
import { backOff } from "./backOff";

test("waits longer after each failure, and never longer than fifteen seconds", () => {
  expect([0, 1, 2].map(backOff)).toEqual([500, 1000, 2000]);
  expect(backOff(40)).toBe(15_000);
});
