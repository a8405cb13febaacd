import { expect, test } from "vitest";
import { ROWS, isKey, lettersOf } from "./keys";

test("the pad has the twelve keys of a telephone, each once", () => {
  expect(new Set(ROWS.flat()).size).toBe(12);
  expect(ROWS.flat().every(isKey)).toBe(true);
});

test("letters of a receipt number are found on the pad", () => {
  const keyed = [..."EAC"].map((letter) => ROWS.flat().find((key) => lettersOf(key).includes(letter)));
  expect(keyed.join("")).toBe("322");
});

test("a key of the computer that no telephone has is not a key", () => {
  expect(["Enter", "a", "12", ""].some(isKey)).toBe(false);
});
