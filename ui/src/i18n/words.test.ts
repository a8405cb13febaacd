import { expect, test } from "vitest";
import { en } from "./en";
import { es } from "./es";
import { fill } from "./fill";
import { clock, day } from "./times";

const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

test("every text has the same blanks in both languages", () => {
  for (const key of Object.keys(en) as (keyof typeof en)[]) expect(blanks(es[key]), key).toEqual(blanks(en[key]));
});

test("a blank is filled, and one without a value stays to be noticed", () => {
  expect(fill("{n} of {m}", { n: 0 })).toBe("0 of {m}");
});

test("a clock shows hours only when there are any, and never runs below zero", () => {
  expect([7, 750, 3729, -3].map(clock)).toEqual(["0:07", "12:30", "1:02:09", "0:00"]);
});

test("a bare date is the same day in every time zone", () => {
  expect(day("2026-03-09", "en")).toBe("Mar 9, 2026");
});
