import { Label, Select } from "@trussworks/react-uswds";
import type { Vocabulary } from "../api/library";
import { useWords } from "../i18n/Words";
import { wayInWords } from "./ways";

interface Props { id: string; label: string; value: string; set: (to: string) => void; steps: string[]; vocabulary: Vocabulary; self: string; ends?: boolean }

/** Where it goes on: a step, another script, or an end. What was chosen and is there no more stays in sight. */
export function WaySelect({ id, label, value, set, steps, vocabulary, self, ends = false }: Props) {
  const { t } = useWords();
  const others = ends ? [] : [...steps, ...vocabulary.scripts.filter((one) => one !== self).map((one) => `script:${one}`)];
  const ways = ["resolve", "escalate", "supervisor", ...vocabulary.kinds.map((kind) => `request:${kind}`), ...others];
  const all = ways.includes(value) ? ways : [value, ...ways];
  return (
    <>
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} name={id} value={value} onChange={(e) => set(e.target.value)}>
        {all.map((to) => <option key={to} value={to}>{wayInWords(to, t)}</option>)}
      </Select>
    </>
  );
}
