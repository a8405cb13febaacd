import { Handle, Position, type Node, type NodeProps } from "@xyflow/react";
import { Link } from "react-router-dom";
import type { Step } from "../../api/flow";
import { useWords } from "../../i18n/Words";
import { useFlowWords } from "./wording";

export type StepNodeType = Node<{ step: Step; inside: string | null }, "step">;

/** Ten percent of a step's callers hanging up there is worth a look. */
const NOTABLE = 0.1;

export function StepNode({ data: { step, inside } }: NodeProps<StepNodeType>) {
  const { t } = useWords();
  const { count, share, kind } = useFlowWords();
  const hungUp = step.left.hung_up ?? 0;
  const className = `step step--${step.kind} ${step.roles.includes("start") ? "step--start" : ""} ${step.reached ? "" : "step--idle"}`;
  const words = (
    <>
      <p className="step__name"><b>{step.name}</b><span className="step__reached">{count(step.reached)}</span></p>
      <p className="step__kind">{kind(step.kind, step.about)}{step.keys.length > 0 && <> · {t("flow.key_everywhere", { key: step.keys.join(", ") })}</>}</p>
      {step.text && <p className="step__text">{step.text}</p>}
      {inside !== null && <p className="step__open">{t("flow.open", { name: step.about })}</p>}
      {hungUp > 0 && (
        <p className={`step__left ${hungUp / step.reached >= NOTABLE ? "step__left--many" : ""}`}>
          {t("flow.hung_up_here", { n: share(hungUp, step.reached) })}
        </p>
      )}
    </>
  );
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      {inside === null ? <div className={className}>{words}</div> : <Link to={inside} className={`${className} nodrag nopan`}>{words}</Link>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
}
