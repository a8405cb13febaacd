import { Label, Select, TextInput } from "@trussworks/react-uswds";
import type { Need } from "../api/types";
import { useWords } from "../i18n/Words";

interface Props { needs: Need[]; facts: Record<string, string>; setFacts: (facts: Record<string, string>) => void }

/** One field for each fact that the kind of request needs. */
export function NeededFacts({ needs, facts, setFacts }: Props) {
  return needs.map((need) => (
    <Fact key={need.name} need={need} value={facts[need.name] ?? ""} change={(value) => setFacts({ ...facts, [need.name]: value })} />
  ));
}

function Fact({ need, value, change }: { need: Need; value: string; change: (value: string) => void }) {
  const { t } = useWords();
  const field = { id: `fact-${need.name}`, name: need.name, required: true, value };
  return (
    <div>
      <Label htmlFor={field.id} hint={need.hint && <span className="usa-hint"> {need.hint}</span>}>{need.label}</Label>
      {need.choices.length > 0
        ? (
          <Select {...field} onChange={(e) => change(e.target.value)}>
            <option value="">{t("request.choose_one")}</option>
            {need.choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
          </Select>
        )
        : <TextInput {...field} type="text" autoComplete="off" onChange={(e) => change(e.target.value)} />}
    </div>
  );
}
