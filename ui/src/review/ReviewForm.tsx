import { Button, Label, Select, Textarea } from "@trussworks/react-uswds";
import { useId, useState, type FormEvent } from "react";
import { reviews, type Reviewed, type Verdict } from "../api/reviews";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

interface Props { call: CallView; reviewed: Reviewed; title: string; changed: () => void }

const LONGEST = 2000;

/** One press verifies; a correction says what is right, and what was wrong. */
export function ReviewForm({ call, reviewed, title, changed }: Props) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const id = useId();
  const [fact, setFact] = useState("");
  const [correcting, setCorrecting] = useState(false);
  const [instead, setInstead] = useState("");
  const [why, setWhy] = useState("");
  const find = async (verdict: Verdict) => {
    const words = verdict === "corrected" ? { instead, why } : { instead: "", why: "" };
    if (!(await act(() => reviews.find(call.id, { said: reviewed.said, verdict, fact, ...words })))) return;
    setCorrecting(false);
    setInstead("");
    setWhy("");
    changed();
  };
  const submit = (event: FormEvent) => { event.preventDefault(); void find("corrected"); };
  return (
    <form onSubmit={submit}>
      {reviewed.facts.length > 0 && (
        <>
          <Label htmlFor={`${id}-fact`}>{t("told.about")}</Label>
          <Select id={`${id}-fact`} name="fact" value={fact} onChange={(e) => setFact(e.target.value)}>
            <option value="">{t("told.all")}</option>
            {reviewed.facts.map((one) => <option key={one.name} value={one.name}>{agencys(one.names)}</option>)}
          </Select>
        </>
      )}
      <div className="row told__ways">
        <Button type="button" disabled={busy} aria-label={t("told.verify_this", { title })} onClick={() => void find("verified")}>{t("told.verify")}</Button>
        <Button type="button" outline aria-expanded={correcting} aria-label={t("told.correct_this", { title })} onClick={() => setCorrecting(!correcting)}>{t("told.correct")}</Button>
      </div>
      {correcting && (
        <>
          <Label htmlFor={`${id}-instead`} hint={<span className="usa-hint"> {t("told.instead_hint")}</span>}>{t("told.instead")}</Label>
          <Textarea id={`${id}-instead`} name="instead" rows={2} required maxLength={LONGEST} value={instead} onChange={(e) => setInstead(e.target.value)} />
          <Label htmlFor={`${id}-why`}>{t("told.why")}</Label>
          <Textarea id={`${id}-why`} name="why" rows={2} required maxLength={LONGEST} value={why} onChange={(e) => setWhy(e.target.value)} />
          <Button type="submit" disabled={busy}>{t("told.save")}</Button>
        </>
      )}
      <Problem why={error} />
    </form>
  );
}
