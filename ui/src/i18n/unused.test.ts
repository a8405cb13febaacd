import { expect, test } from "vitest";
import { en } from "./en";

const sources = Object.values(import.meta.glob<string>(["../**/*.ts", "../**/*.tsx", "!./e?.ts"], { query: "?raw", import: "default", eager: true })).join("\n");

/** Whole groups that are chosen by a name which the server sends or a state carries. */
const BY_NAME = /^(role|language|ending|state|reason|kind|phase|queue|next|call|caller|transfer|timeline|tier|missed|not_taken|unanswered|verify|phone|office|recording_status|interpreter|help|supervise(_mode|_doing)?|practice_(act|point)|contact_(state|wanted|with)|version|draft|part|did|reads|flow_(by|jump|kind|left)|start\.(staff|microphone))[._]/;

test("every text is shown somewhere", () => {
  const unused = Object.keys(en).filter((key) => !BY_NAME.test(key) && !sources.includes(`"${key}"`));
  expect(unused).toEqual([]);
});
