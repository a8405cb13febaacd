import { Label, Select } from "@trussworks/react-uswds";
import type { Colleague } from "../api/types";
import { useWords } from "../i18n/Words";

interface Props { id: string; label: string; anybody: string; colleagues: Colleague[]; value: string; choose: (user: string) => void; open: () => void }

/** One colleague, or whoever is free first. Who is not ready is listed with the reason. */
export function WhomSelect({ id, label, anybody, colleagues, value, choose, open }: Props) {
  const { t, named, says } = useWords();
  const readiness = ({ why_not_ready: why }: Colleague) => (why === null ? t("whom.ready") : says({ template: why, values: {} }));
  const about = (one: Colleague) => [named("role", one.role), one.speaks ? "" : t("whom.other_language"), readiness(one)].filter(Boolean).join(", ");
  return (
    <>
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} name={id} value={value} onFocus={open} onChange={(e) => choose(e.target.value)}>
        <option value="">{anybody}</option>
        {colleagues.map((one) => <option key={one.user} value={one.user}>{one.name} ({about(one)})</option>)}
      </Select>
    </>
  );
}
