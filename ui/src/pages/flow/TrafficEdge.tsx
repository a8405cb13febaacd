import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from "@xyflow/react";
import { path, type Point } from "./layout";

export type TrafficEdgeType = Edge<{ points: Point[]; label: Point; words: string; figure: string; width: number; taken: boolean }, "traffic">;

export function TrafficEdge({ data, markerEnd }: EdgeProps<TrafficEdgeType>) {
  if (!data) return null;
  const { points, label, words, figure, width, taken } = data;
  const at = `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)`;
  return (
    <>
      <BaseEdge path={path(points)} {...(markerEnd ? { markerEnd } : {})} className={taken ? "way" : "way way--idle"} style={{ strokeWidth: width }} />
      {(words || figure) && (
        <EdgeLabelRenderer>
          <div className={taken ? "way-label" : "way-label way-label--idle"} style={{ transform: at }} aria-hidden="true">
            {words} {figure && <b>{figure}</b>}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
