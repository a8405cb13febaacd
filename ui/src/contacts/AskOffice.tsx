import { Button, Fieldset, Label, Radio, Select, TextInput } from "@trussworks/react-uswds";
import { useState } from "react";
import { contacts, type Contacts, type WantedOfOffice } from "../api/contacts";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { InCharge } from "./InCharge";

const WANTED: WantedOfOffice[] = ["immediate_action", "direct_assistance"];

interface Props { call: CallView; from: Contacts; office: string; choose: (office: string) => void; done: () => void }

/** Which office, about what, and who is in charge there now; then a message to them. */
export function AskOffice({ call, from, office, choose, done }: Props) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [subject, setSubject] = useState("");
  const [wanted, setWanted] = useState<WantedOfOffice>("immediate_action");
  const [number, setNumber] = useState("");
  const [reason, setReason] = useState("");
  // Made once for each form: pressing twice, or again after a lost answer, writes one message.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const contact = from.contacts.find((one) => one.subjects.some((of) => of.id === subject));
  const serving = call.role === "serving";
  const ask = async (how: typeof contacts.write) => {
    const wish = { office, subject, wanted, number, reason };
    if (!await act(() => how(call.id, key, wish))) return;
    setKey(crypto.randomUUID());
    setReason("");
    choose("");
    setSubject("");
    done();
  };
  return (
    <>
      <h3>{t("contact.ask")}</h3>
      <div className="fields">
        <div>
          <Label htmlFor="contact-office">{t("contact.office")}</Label>
          <Select id="contact-office" name="office" value={office} onChange={(e) => choose(e.target.value)}>
            <option value="">{t("contact.choose_office")}</option>
            {from.offices.map((one) => <option key={one.id} value={one.id}>{agencys(one.names)}</option>)}
          </Select>
        </div>
        <div>
          <Label htmlFor="contact-subject">{t("contact.subject")}</Label>
          <Select id="contact-subject" name="subject" value={subject} onChange={(e) => setSubject(e.target.value)}>
            <option value="">{t("contact.choose_subject")}</option>
            {from.subjects.map((one) => <option key={one.id} value={one.id}>{agencys(one.names)}</option>)}
          </Select>
        </div>
      </div>
      <div role="status">
        {office && subject && (contact ? <InCharge contact={contact} /> : from.contacts.length > 0 && <p>{t("contact.nobody")}</p>)}
      </div>
      <Fieldset legend={t("contact.wanted")}>
        {WANTED.map((one) => <Radio key={one} id={`wanted-${one}`} name="wanted" label={t(`contact_wanted.${one}`)} checked={wanted === one} onChange={() => setWanted(one)} />)}
      </Fieldset>
      {from.requests.length > 0 && (
        <>
          <Label htmlFor="contact-request">{t("contact.request")}</Label>
          <Select id="contact-request" name="number" value={number} onChange={(e) => setNumber(e.target.value)}>
            <option value="">{t("contact.no_request")}</option>
            {from.requests.map((one) => <option key={one} value={one}>{one}</option>)}
          </Select>
        </>
      )}
      <Label htmlFor="contact-reason" hint={<span className="usa-hint"> {t("contact.reason_hint")}</span>}>{t("contact.reason")}</Label>
      <TextInput id="contact-reason" name="reason" type="text" autoComplete="off" value={reason} onChange={(e) => setReason(e.target.value)} />
      <p className="muted">{t("contact.says_nothing")}</p>
      <div className="row">
        <Button type="button" disabled={busy || !contact?.may_write} onClick={() => void ask(contacts.write)}>{t("contact.write")}</Button>
        {serving && <Button type="button" outline disabled={busy || !contact?.may_call || !contact.is_open} onClick={() => void ask(contacts.ring)}>{t("contact.call")}</Button>}
      </div>
      <Problem why={error} />
    </>
  );
}
