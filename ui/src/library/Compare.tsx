import { Label, Select } from "@trussworks/react-uswds";
import { useCallback, useState } from "react";
import { library, type LibraryScript } from "../api/library";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { Differences } from "./Differences";

/** Any two versions, word by word. */
export function Compare({ script }: { script: LibraryScript }) {
  const { t } = useWords();
  const numbers = script.versions.map(({ version }) => version);
  const [before, setBefore] = useState(numbers[1] ?? 0);
  const [after, setAfter] = useState(numbers[0] ?? 0);
  const { value, refused } = useLoaded(useCallback(() => library.compare(script.id, before, after), [script.id, before, after]));
  return (
    <>
      <div className="row">
        <Chosen id="compare-before" label={t("compare.before")} numbers={numbers} value={before} set={setBefore} />
        <Chosen id="compare-after" label={t("compare.after")} numbers={numbers} value={after} set={setAfter} />
      </div>
      {refused && <Problem why={refused} />}
      <div aria-live="polite">{value && <Differences differences={value.differences} />}</div>
    </>
  );
}

interface Props { id: string; label: string; numbers: number[]; value: number; set: (version: number) => void }

function Chosen({ id, label, numbers, value, set }: Props) {
  const { t } = useWords();
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} name={id} value={value} onChange={(e) => set(Number(e.target.value))}>
        {numbers.map((version) => <option key={version} value={version}>{t("scripts.version", { version })}</option>)}
      </Select>
    </div>
  );
}
