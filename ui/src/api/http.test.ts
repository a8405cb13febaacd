import { expect, test } from "vitest";
import { refusal } from "./http";

test("a refusal carries the center's sentence with its values", () => {
  const sentence = { template: "wait {n} seconds", values: { n: 3 } };
  const refused = refusal(429, { error: "wait 3 seconds", code: "must_wait", sentence });
  expect(refused).toMatchObject({ status: 429, code: "must_wait", message: "wait 3 seconds", sentence });
});

test("an answer that is none of the center's has no sentence", () => {
  expect(refusal(502, null)).toMatchObject({ status: 502, code: "away", sentence: null });
});
