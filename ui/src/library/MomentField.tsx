import { Label } from "@trussworks/react-uswds";
import { useWords } from "../i18n/Words";

interface Props { id: string; label: string; hint: string; value: string | null; set: (moment: string | null) => void }

/** A moment in the reader's own time; empty for none. */
export function MomentField({ id, label, hint, value, set }: Props) {
  const { t } = useWords();
  return (
    <>
      <Label htmlFor={id} hint={<span className="usa-hint"> {hint} {t("write.your_time")}</span>}>{label}</Label>
      <input className="usa-input" id={id} name={id} type="datetime-local" value={value ? local(value) : ""} onChange={(e) => set(e.target.value ? new Date(e.target.value).toISOString() : null)} />
    </>
  );
}

/** As the field writes it, in the time of this browser. */
function local(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
