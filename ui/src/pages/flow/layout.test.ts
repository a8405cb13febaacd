import { expect, test } from "vitest";
import type { Edge, Group, Step } from "../../api/flow";
import { edgeId, path, place, strokeWidth } from "./layout";

const step = (name: string): Step => ({ step: name, name, kind: "menu", about: "", text: "", roles: [], keys: [], reached: 0, left: {} });
const edge = (source: string, target: string): Edge => ({ source, target, ways: [], calls: 0 });
const group: Group = {
  name: "", steps: ["main", "hours", "end"].map(step),
  edges: [edge("main", "hours"), edge("hours", "end"), edge("main", "end"), edge("end", "main"), edge("hours", "hours")],
};
const placed = place(group, () => ({ width: 200, height: 80 }), () => ({ width: 60, height: 20 }));

test("every step has a place below the one that leads to it", () => {
  const [main, hours, end] = ["main", "hours", "end"].map((name) => placed.steps.get(name)?.y ?? NaN);
  expect(main! + 80).toBeLessThan(hours!);
  expect(hours! + 80).toBeLessThan(end!);
});

test("every edge has a route, also back and to the step itself", () => {
  for (const one of group.edges) expect(placed.routes.get(edgeId(one))?.points.length, edgeId(one)).toBeGreaterThan(1);
});

test("the same flow is placed the same way", () => {
  expect(place(group, () => ({ width: 200, height: 80 }), () => ({ width: 60, height: 20 }))).toEqual(placed);
});

test("a line begins and ends where its points do", () => {
  expect(path([{ x: 0, y: 0 }, { x: 0, y: 9 }])).toBe("M0 0 L0 9");
  expect(path([{ x: 0, y: 0 }, { x: 5, y: 5 }, { x: 9, y: 9 }])).toBe("M0 0 Q5 5 9 9");
  expect(path([{ x: 0, y: 0 }, { x: 2, y: 2 }, { x: 4, y: 4 }, { x: 9, y: 9 }])).toBe("M0 0 Q2 2 3 3 Q4 4 9 9");
});

test("the way of most calls is drawn broadest, and one that nobody took thinnest", () => {
  expect([0, 0, 100].map((calls) => strokeWidth(calls, 100))).toEqual([1, 1, 10]);
  expect(strokeWidth(1, 100)).toBeGreaterThan(1);
});
