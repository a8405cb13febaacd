import { Background, Controls, MarkerType, ReactFlow, type EdgeMarker, type Viewport } from "@xyflow/react";
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
const TAKEN = "#2c5f8f";
const IDLE = "#71767a";
const WIDTH = 236;
const LABEL = 170;
const READABLE = 0.7;
/** The corner where the controls are. */
const CONTROLS = 64;

interface Props { group: Group; most: number; inside: (step: Step) => string | null; canvas: Size }

/** One group of the flow as a picture. The table beside it says the same to those who do not see it. */
export function FlowGraph({ group, most, inside, canvas }: Props) {
  const { t } = useWords();
  const { ways, share, count, kind } = useFlowWords();
  const reached = new Map(group.steps.map((step) => [step.step, step.reached]));
  const words = (edge: Edge) => ways(edge.ways);
  const figure = (edge: Edge) => (edge.calls ? share(edge.calls, reached.get(edge.source) ?? 0) : "");
  const label = (edge: Edge) => labelSize(`${words(edge)} ${figure(edge)}`.trim());
  const placed = place(group, (step) => boxOf(group, step), label);
  const nodes = group.steps.map((step): StepNodeType => ({
    id: step.step, type: "step", position: placed.steps.get(step.step) ?? { x: 0, y: 0 }, data: { step, inside: inside(step) },
    ...boxOf(group, step.step),
    ariaLabel: t("flow.step_read", { name: step.name, kind: kind(step.kind, step.about), n: count(step.reached) }),
  }));
  const edges = group.edges.map((edge): TrafficEdgeType => ({
    id: edgeId(edge), type: "traffic", source: edge.source, target: edge.target,
    markerEnd: arrow(edge, most),
    data: {
      ...(placed.routes.get(edgeId(edge)) ?? { points: [], label: { x: 0, y: 0 } }),
      words: words(edge), figure: figure(edge), width: strokeWidth(edge.calls, most), taken: edge.calls > 0,
    },
  }));
  const view = useMemo(() => opening(placed, group, canvas), [placed, group, canvas]);
  return (
    <ReactFlow
      key={`${group.name} ${group.steps.length}`} nodes={nodes} edges={edges} nodeTypes={NODES} edgeTypes={EDGES} defaultViewport={view}
      minZoom={0.15} maxZoom={2} nodesDraggable={false} nodesConnectable={false} edgesFocusable={false} deleteKeyCode={null}
      ariaLabelConfig={{
        "node.a11yDescription.default": t("flow.keyboard"),
        "node.a11yDescription.keyboardDisabled": t("flow.keyboard"),
        "controls.ariaLabel": t("flow.controls"), "controls.zoomIn.ariaLabel": t("flow.zoom_in"),
        "controls.zoomOut.ariaLabel": t("flow.zoom_out"), "controls.fitView.ariaLabel": t("flow.fit"),
      }}
    >
      <Background color="#c6cace" gap={24} />
      <Controls showInteractive={false} position="bottom-left" />
    </ReactFlow>
  );
}

/** Of a text on one line or two; nothing for none. */
function labelSize(text: string): Size {
  if (!text) return { width: 0, height: 0 };
  const width = 8 * text.length + 10;
  return width > LABEL ? { width: LABEL, height: 42 } : { width, height: 22 };
}

/** As broad as its line needs. */
function arrow(edge: Edge, most: number): EdgeMarker {
  const size = 12 + 1.4 * strokeWidth(edge.calls, most);
  return { type: MarkerType.ArrowClosed, width: size, height: size, markerUnits: "userSpaceOnUse", color: edge.calls ? TAKEN : IDLE };
}

function boxOf(group: Group, name: string): Size {
  const step = group.steps.find((one) => one.step === name);
  if (!step) return { width: WIDTH, height: 0 };
  const lines = (step.text ? Math.min(2, Math.ceil(step.text.length / 34)) : 0) + (step.kind === "do" ? 1.4 : 0) + (step.left.hung_up ? 1.5 : 0);
  return { width: WIDTH, height: 60 + 18 * lines };
}

/** All of it where that can be read, else its beginning. */
function opening({ size, steps }: Placed, group: Group, canvas: Size): Viewport {
  const whole = Math.min((canvas.width - CONTROLS) / (size.width + 40), canvas.height / (size.height + 40), 1);
  const zoom = Math.max(whole, READABLE);
  if (zoom === whole) return { zoom, x: CONTROLS + (canvas.width - CONTROLS - size.width * zoom) / 2, y: (canvas.height - size.height * zoom) / 2 };
  const start = group.steps.find((step) => step.roles.includes("start"));
  const at = (start && steps.get(start.step)) ?? { x: 0, y: 0 };
  return { zoom, x: canvas.width / 2 - (at.x + WIDTH / 2) * zoom, y: 24 - at.y * zoom };
}
