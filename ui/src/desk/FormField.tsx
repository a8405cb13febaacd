import { Label, Select, TextInput } from "@trussworks/react-uswds";
import type { Sentence } from "../api/sentence";
import { useWords } from "../i18n/Words";

interface Props {
  id: string; name: string; label: string; hint?: string; value: string; choices?: string[]; required?: boolean;
  wrong: Sentence | undefined; change: (value: string) => void; left: () => void;
}

/** A field of a form, with what is wrong of its value beside it once it is left. */
export function FormField({ id, name, label, hint, value, choices = [], required = false, wrong, change, left }: Props) {
  const { t, says } = useWords();
  const field = {
    id, name, required, value, onBlur: left,
    "aria-invalid": wrong !== undefined, "aria-describedby": wrong ? `${id}-wrong` : undefined,
  };
  return (
    <div>
      <Label htmlFor={id} hint={hint ? <span className="usa-hint"> {hint}</span> : undefined}>{label}</Label>
      {choices.length > 0
        ? (
          <Select {...field} onChange={(e) => change(e.target.value)}>
            <option value="">{t("request.choose_one")}</option>
            {choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
          </Select>
        )
        : <TextInput {...field} type="text" autoComplete="off" onChange={(e) => change(e.target.value)} />}
      <div role="status">{wrong && <p id={`${id}-wrong`} className="mend">{says(wrong)}</p>}</div>
    </div>
  );
}
