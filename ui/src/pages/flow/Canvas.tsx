import { useLayoutEffect, useRef, useState } from "react";
import type { Group, Step } from "../../api/flow";
import { FlowGraph } from "./FlowGraph";
import type { Size } from "./layout";

interface Props { group: Group; most: number; inside: (step: Step) => string | null }

/** The ground that the picture is opened on, whose size says how much of it can be read at once. */
export function Canvas(props: Props) {
  const ground = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    if (ground.current) setSize({ width: ground.current.clientWidth, height: ground.current.clientHeight });
  }, []);
  return <div className="flow" ref={ground}>{size && <FlowGraph {...props} canvas={size} />}</div>;
}
