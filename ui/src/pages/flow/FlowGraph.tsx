import { Background, Controls, MarkerType, ReactFlow, type Viewport } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useMemo } from "react";
import type { Edge, Group, Step } from "../../api/flow";
import { useWords } from "../../i18n/Words";
import { edgeId, place, strokeWidth, type Placed, type Size } from "./layout";
import { StepNode, type StepNodeType } from "./StepNode";
import { TrafficEdge, type TrafficEdgeType } from "./TrafficEdge";
import { useFlowWords } from "./wording";

const NODES = { step: StepNode };
const EDGES = { traffic: TrafficEdge };
const WIDTH = 236;
const READABLE = 0.75;

interface Props { group: Group; most: number; inside: (step: Step) => string | null; canvas: Size }

/** One group of the flow as a picture. The table beside it says the same to those who do not see it. */
export function FlowGraph({ group, most, inside, canvas }: Props) {
  const { t } = useWords();
  const { ways, share, count, kind } = useFlowWords();
  const reached = new Map(group.steps.map((step) => [step.step, step.reached]));
  const words = (edge: Edge) => ways(edge.ways);
  const figure = (edge: Edge) => (edge.calls ? share(edge.calls, reached.get(edge.source) ?? 0) : "");
  const label = (edge: Edge): Size => ({ width: Math.min(150, 7 * (words(edge).length + figure(edge).length) + 14), height: 7 * (words(edge).length + figure(edge).length) + 14 > 150 ? 36 : 20 });
  const placed = place(group, (step) => boxOf(group, step), label);
  const nodes = group.steps.map((step): StepNodeType => ({
    id: step.step, type: "step", position: placed.steps.get(step.step) ?? { x: 0, y: 0 }, data: { step, inside: inside(step) },
    ...boxOf(group, step.step),
    ariaLabel: t("flow.step_read", { name: step.name, kind: kind(step.kind, step.about), n: count(step.reached) }),
  }));
  const edges = group.edges.map((edge): TrafficEdgeType => ({
    id: edgeId(edge), type: "traffic", source: edge.source, target: edge.target,
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, markerUnits: "userSpaceOnUse", color: edge.calls ? "#2c5f8f" : "#71767a" },
    data: {
      ...(placed.routes.get(edgeId(edge)) ?? { points: [], label: { x: 0, y: 0 } }),
      words: words(edge), figure: figure(edge), width: strokeWidth(edge.calls, most), taken: edge.calls > 0,
    },
  }));
  const view = useMemo(() => opening(placed, group, canvas), [placed, group, canvas]);
  return (
    <ReactFlow
      key={group.name} nodes={nodes} edges={edges} nodeTypes={NODES} edgeTypes={EDGES} defaultViewport={view}
      minZoom={0.15} maxZoom={2} nodesDraggable={false} nodesConnectable={false} edgesFocusable={false} deleteKeyCode={null}
      ariaLabelConfig={{
        "node.a11yDescription.default": t("flow.keyboard"),
        "node.a11yDescription.keyboardDisabled": t("flow.keyboard"),
        "controls.ariaLabel": t("flow.controls"), "controls.zoomIn.ariaLabel": t("flow.zoom_in"),
        "controls.zoomOut.ariaLabel": t("flow.zoom_out"), "controls.fitView.ariaLabel": t("flow.fit"),
      }}
    >
      <Background color="#c6cace" gap={24} />
      <Controls showInteractive={false} position="top-left" />
    </ReactFlow>
  );
}

function boxOf(group: Group, name: string): Size {
  const step = group.steps.find((one) => one.step === name);
  if (!step) return { width: WIDTH, height: 0 };
  const lines = (step.text ? Math.min(2, Math.ceil(step.text.length / 34)) : 0) + (step.kind === "do" ? 1.4 : 0) + (step.left.hung_up ? 1.5 : 0);
  return { width: WIDTH, height: 60 + 18 * lines };
}

/** All of it where that can be read, else its beginning. */
function opening({ size, steps }: Placed, group: Group, canvas: Size): Viewport {
  const whole = Math.min(canvas.width / (size.width + 40), canvas.height / (size.height + 40), 1);
  const zoom = Math.max(whole, READABLE);
  if (zoom === whole) return { zoom, x: (canvas.width - size.width * zoom) / 2, y: (canvas.height - size.height * zoom) / 2 };
  const start = group.steps.find((step) => step.roles.includes("start"));
  const at = (start && steps.get(start.step)) ?? { x: 0, y: 0 };
  return { zoom, x: canvas.width / 2 - (at.x + WIDTH / 2) * zoom, y: 24 - at.y * zoom };
}
