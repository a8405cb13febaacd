import type { Need, NeedForm } from "../api/types";
import type { Sentence } from "../api/sentence";
import type { Key } from "../i18n/en";
import { useWords } from "../i18n/Words";
import { FormField } from "./FormField";

interface Props {
  needs: Need[]; facts: Record<string, string>; setFacts: (facts: Record<string, string>) => void;
  wrong: Record<string, Sentence>; left: () => void;
}

const HINTS: Partial<Record<NeedForm, Key>> = {
  date: "need.date", zip: "need.zip", receipt: "need.receipt", long_text: "need.long_text",
};

/** One field for each fact that the kind of request needs. */
export function NeededFacts({ needs, facts, setFacts, wrong, left }: Props) {
  const { t, agencys } = useWords();
  return needs.map((need) => {
    const hint = HINTS[need.form];
    const value = facts[need.name] ?? "";
    const filled = need.value !== "" && value === need.value ? t("need.known") : "";
    return (
      <FormField
        key={need.name} id={`fact-${need.name}`} name={need.name} label={agencys(need.names)} required value={value} choices={need.choices}
        hint={[hint && t(hint), filled].filter(Boolean).join("; ")} wrong={wrong[need.name]} left={left}
        change={(typed) => setFacts({ ...facts, [need.name]: typed })}
      />
    );
  });
}
