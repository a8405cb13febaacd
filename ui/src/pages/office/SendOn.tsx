import { Button, Label, Select, Textarea } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../../api/center";
import type { Office } from "../../api/types";
import { useAct } from "../../api/useAct";
import { useWords } from "../../i18n/Words";
import { Problem } from "../../shell/Problem";

/** The wrong office: the request keeps its number, its age and its history, and goes with a name and a reason. */
export function SendOn({ number, offices, moved }: { number: string; offices: Office[]; moved: () => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [office, setOffice] = useState("");
  const [why, setWhy] = useState("");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    await act(async () => { await center.sendRequestOn(number, office, why); moved(); });
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Label htmlFor="send-office">{t("office.to_office")}</Label>
      <Select id="send-office" name="office" required value={office} onChange={(e) => setOffice(e.target.value)}>
        <option value="">{t("office.choose_office")}</option>
        {offices.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </Select>
      <Label htmlFor="send-why">{t("office.why_there")}</Label>
      <Textarea id="send-why" name="why" rows={2} required value={why} onChange={(e) => setWhy(e.target.value)} />
      <Button type="submit" disabled={busy}>{t("office.send_now")}</Button>
      <Problem why={error} />
    </form>
  );
}
