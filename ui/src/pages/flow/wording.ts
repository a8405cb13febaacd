import type { Kind, Leaving, Left, Way } from "../../api/flow";
import { useWords } from "../../i18n/Words";
import { LOCALES } from "../../i18n/times";

const LEAVINGS: Leaving[] = ["hung_up", "person", "callback", "done", "lost", "under_way"];

/** The words and figures of a flow in the language of the page. */
export function useFlowWords() {
  const { t, named, language } = useWords();
  const number = new Intl.NumberFormat(LOCALES[language]);
  const percent = new Intl.NumberFormat(LOCALES[language], { style: "percent", maximumFractionDigits: 0 });
  const count = (calls: number) => number.format(calls);
  return {
    count,
    /** Calls, and their share of those that reached the step. */
    share: (calls: number, reached: number) => (reached ? `${count(calls)} (${percent.format(calls / reached)})` : count(calls)),
    ways: (ways: Way[]) => ways.map((way) => way.name || named("flow_by", way.by)).filter(Boolean).join(", "),
    kind: (kind: Kind, about: string) => [named("flow_kind", kind), about].filter(Boolean).join(": "),
    leaving: (how: Leaving) => named("flow_left", how),
    group: (name: string) => name || t("flow.main"),
  };
}

export const leavings = (left: Left): [Leaving, number][] =>
  LEAVINGS.flatMap((how): [Leaving, number][] => (left[how] ? [[how, left[how]]] : []));
