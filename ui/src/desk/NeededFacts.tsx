import { Label, Select, TextInput } from "@trussworks/react-uswds";
import type { Need, NeedForm } from "../api/types";
import type { Key } from "../i18n/en";
import { useWords } from "../i18n/Words";

interface Props { needs: Need[]; facts: Record<string, string>; setFacts: (facts: Record<string, string>) => void }

const HINTS: Partial<Record<NeedForm, Key>> = {
  date: "need.date", zip: "need.zip", receipt: "need.receipt", long_text: "need.long_text",
};

/** One field for each fact that the kind of request needs. */
export function NeededFacts({ needs, facts, setFacts }: Props) {
  return needs.map((need) => (
    <Fact key={need.name} need={need} value={facts[need.name] ?? ""} change={(value) => setFacts({ ...facts, [need.name]: value })} />
  ));
}

function Fact({ need, value, change }: { need: Need; value: string; change: (value: string) => void }) {
  const { t, agencys } = useWords();
  const hint = HINTS[need.form];
  const field = { id: `fact-${need.name}`, name: need.name, required: true, value };
  return (
    <div>
      <Label htmlFor={field.id} hint={hint && <span className="usa-hint"> {t(hint)}</span>}>{agencys(need.names)}</Label>
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
