import { Graph, layout } from "@dagrejs/dagre";
import type { Edge, Group } from "../../api/flow";

export interface Point { x: number; y: number }
export interface Size { width: number; height: number }
export interface Placed {
  size: Size;
  /** Left upper corners, by step. */
  steps: Map<string, Point>;
  /** By `edgeId`: from border to border, with the middle of the label. */
  routes: Map<string, { points: Point[]; label: Point }>;
}

export const edgeId = (edge: Pick<Edge, "source" | "target">): string => `${edge.source}>${edge.target}`;

/** In layers from the top down, with room for boxes and labels of these sizes. */
export function place(group: Group, box: (step: string) => Size, label: (edge: Edge) => Size): Placed {
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 36, edgesep: 18, ranksep: 34 });
  for (const step of group.steps) graph.setNode(step.step, { ...box(step.step) });
  for (const edge of group.edges) graph.setEdge(edge.source, edge.target, { ...label(edge), labelpos: "c" });
  layout(graph);
  return {
    size: { width: graph.graph().width ?? 0, height: graph.graph().height ?? 0 },
    steps: new Map(group.steps.map(({ step }) => {
      const { x, y, width, height } = graph.node(step) as Point & Size;
      return [step, { x: x - width / 2, y: y - height / 2 }];
    })),
    routes: new Map(group.edges.map((edge) => {
      const { points, x, y } = graph.edge(edge.source, edge.target) as Point & { points: Point[] };
      return [edgeId(edge), { points, label: { x, y } }];
    })),
  };
}

/** A smooth line through the points. */
export function path(points: Point[]): string {
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (!first || !last) return "";
  const middles = rest.slice(0, -1).map((point, n) => {
    const following = rest[n + 1] ?? point;
    const end = n === rest.length - 2 ? last : { x: (point.x + following.x) / 2, y: (point.y + following.y) / 2 };
    return `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return [`M${first.x} ${first.y}`, ...(middles.length ? middles : [`L${last.x} ${last.y}`])].join(" ");
}

/** Pixels: one way in ten times another's calls is seen at once, and one that nobody took is still there. */
export const strokeWidth = (calls: number, most: number): number => (calls === 0 ? 1 : 1.5 + (8.5 * calls) / Math.max(most, 1));
