import { Label, TextInput } from "@trussworks/react-uswds";
import { useState } from "react";
import { useWords } from "../i18n/Words";

interface Props { cases: Record<string, string[]>; set: (cases: Record<string, string[]>) => void }

/** For which cases: "status: card-mailed, card-returned; form: I-90". */
export function CasesField({ cases, set }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState(() => inWords(cases));
  const type = (text: string) => {
    setTyped(text);
    set(read(text));
  };
  return (
    <>
      <Label htmlFor="cases" hint={<span className="usa-hint"> {t("write.cases_hint")}</span>}>{t("write.cases")}</Label>
      <TextInput id="cases" name="cases" type="text" autoComplete="off" value={typed} onChange={(e) => type(e.target.value)} />
    </>
  );
}

const inWords = (cases: Record<string, string[]>): string =>
  Object.entries(cases).map(([field, values]) => `${field}: ${values.join(", ")}`).join("; ");

function read(text: string): Record<string, string[]> {
  const told = text.split(";").map((part) => part.split(":").map((one) => one.trim()));
  return Object.fromEntries(told.filter(([field, values]) => field && values).map(([field, values]) => [field, (values ?? "").split(",").map((one) => one.trim()).filter(Boolean)]));
}
