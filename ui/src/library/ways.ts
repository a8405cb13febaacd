import type { Key } from "../i18n/en";
import type { Values } from "../i18n/fill";

const ENDS: Record<string, Key> = { resolve: "way.resolve", escalate: "next.escalate", supervisor: "next.supervisor" };

/** An end, another script or a step, as authors read it. */
export function wayInWords(to: string, t: (key: Key, values?: Values) => string): string {
  const end = ENDS[to];
  if (end) return t(end);
  if (to.startsWith("request:")) return t("next.request", { kind: to.slice("request:".length) });
  if (to.startsWith("script:")) return t("way.script", { script: to.slice("script:".length) });
  return to ? t("way.step", { step: to }) : "";
}
