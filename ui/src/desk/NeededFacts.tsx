import { Label, TextInput } from "@trussworks/react-uswds";
import type { Need } from "../api/types";

interface Props { needs: Need[]; facts: Record<string, string>; setFacts: (facts: Record<string, string>) => void }

/** One field for each fact that the kind of request needs. */
export function NeededFacts({ needs, facts, setFacts }: Props) {
  return needs.map((need) => (
    <div key={need.name}>
      <Label htmlFor={`fact-${need.name}`} hint={need.hint && <span className="usa-hint"> {need.hint}</span>}>{need.label}</Label>
      <TextInput
        id={`fact-${need.name}`} name={need.name} type="text" autoComplete="off" required value={facts[need.name] ?? ""}
        onChange={(e) => setFacts({ ...facts, [need.name]: e.target.value })}
      />
    </div>
  ));
}
