import { Button, Label, Textarea } from "@trussworks/react-uswds";
import { useState } from "react";
import { contacts, type AskedOffice, type Contacts } from "../api/contacts";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { dayAndTime, hourAndMinute } from "../i18n/times";
import { Gone } from "../shell/Gone";
import { Problem } from "../shell/Problem";

const WITH: AskedOffice["speaks_with"][] = ["contact", "caller", "everyone"];

interface Props { call: CallView; asked: AskedOffice[]; done: () => void }

/** Each with whom it is now, until when they are to acknowledge it, and what the office answered. */
export function AskedOffices({ call, asked, done }: Props) {
  return asked.length > 0 && <ul className="plain">{[...asked].reverse().map((one) => <li key={one.id} className="asked"><One call={call} asked={one} done={done} /></li>)}</ul>;
}

function One({ call, asked, done }: { call: CallView; asked: AskedOffice; done: () => void }) {
  const { t, agencys, language } = useWords();
  const { act, busy, error } = useAct();
  const [words, setWords] = useState("");
  const field = `contact-answer-${asked.id}`;
  const on = async (what: () => Promise<Contacts>) => { if (await act(what)) done(); };
  const answered = async () => {
    if (!await act(() => contacts.answered(call.id, asked.id, words))) return;
    setWords("");
    done();
  };
  return (
    <>
      <h3>{agencys(asked.office)}: {agencys(asked.subject)}</h3>
      <p className="row" role="status">
        <span className={asked.state === "unreached" ? "tag tag--alert" : asked.state === "written" ? "tag" : "tag tag--good"}>{t(`contact_state.${asked.state}`)}</span>
        <span>{asked.contact}</span>
        {asked.due && <span className="muted">{t("contact.due", { time: hourAndMinute(asked.due, language) })}</span>}
      </p>
      <p className="muted">
        {t("contact.told", { reference: asked.number ?? asked.id, name: asked.by, time: dayAndTime(asked.since, language) })}
        {asked.tried.length > 1 && <> · {t("contact.tried", { names: asked.tried.slice(0, -1).join(", ") })}</>}
      </p>
      {(asked.answer ?? asked.gone) && <blockquote data-personal="words">{asked.gone ? <Gone why={asked.gone} /> : asked.answer}</blockquote>}
      {asked.state === "written" && (
        <div className="row">
          <Button type="button" outline disabled={busy} onClick={() => void on(() => contacts.acknowledged(call.id, asked.id))}>{t("contact.acknowledge")}</Button>
        </div>
      )}
      {(asked.state === "ringing" || asked.state === "joined") && call.role === "serving" && (
        <div className="row">
          {asked.state === "joined" && WITH.map((whom) => (
            <Button key={whom} type="button" outline aria-pressed={asked.speaks_with === whom} disabled={busy} onClick={() => void on(() => contacts.speakWith(call.id, whom))}>
              {t(`contact_with.${whom}`)}
            </Button>
          ))}
          <Button type="button" outline disabled={busy} onClick={() => void on(() => contacts.letGo(call.id))}>{t("contact.let_go")}</Button>
        </div>
      )}
      <Label htmlFor={field}>{t("contact.answer")}</Label>
      <Textarea id={field} name="answer" rows={2} value={words} onChange={(e) => setWords(e.target.value)} />
      <div className="row">
        <Button type="button" outline disabled={busy || !words.trim()} onClick={() => void answered()}>{t("contact.keep_answer")}</Button>
      </div>
      <Problem why={error} />
    </>
  );
}
