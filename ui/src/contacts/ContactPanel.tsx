import { useCallback, useEffect, useRef, useState } from "react";
import { contacts } from "../api/contacts";
import type { CallView } from "../api/types";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { AskedOffices } from "./AskedOffices";
import { AskOffice } from "./AskOffice";

/** For supervisors: offices are asked through the desks that they name, and what came of it. */
export function ContactPanel({ call, changed }: { call: CallView; changed: () => void }) {
  const { t } = useWords();
  const [office, setOffice] = useState("");
  const { value, refused, again } = useLoaded(useCallback(() => contacts.at(call.id, office), [call.id, office]));
  // Whatever happens to the call may be an answer, or that nobody acknowledged in time.
  const happened = call.timeline.length;
  const seen = useRef(happened);
  useEffect(() => {
    if (seen.current !== happened) again();
    seen.current = happened;
  }, [again, happened]);
  const done = () => { again(); changed(); };
  if (!value) return refused && <Panel title={t("contact.title")}><Problem why={refused} /></Panel>;
  if (value.offices.length === 0) return null;
  return (
    <Panel title={t("contact.title")}>
      <AskedOffices call={call} asked={value.asked} done={done} />
      <AskOffice call={call} from={value} office={office} choose={setOffice} done={done} />
    </Panel>
  );
}
