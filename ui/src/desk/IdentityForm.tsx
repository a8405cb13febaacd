import { Button, Checkbox, Fieldset, Label, Radio, TextInput } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import type { LevelNeeds, Question, Speaker, Verifying } from "../api/verification";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { keyedBy } from "./keyed";

interface Props { call: CallView; verifying: Verifying; done: (matched: boolean) => void }

/** The agency's questions, each in the caller's language above the answer. Which of the answers was right is never told. */
export function IdentityForm({ call, verifying, done }: Props) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [receipt, setReceipt] = useState(() => keyedBy(call, "receipt"));
  const [speaker, setSpeaker] = useState<Speaker>("applicant");
  const [interpreter, setInterpreter] = useState(() => verifying.through.includes("interpreter"));
  const [relay, setRelay] = useState(() => verifying.through.includes("relay"));
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const asked = verifying.questions.filter((question) => question.of === null || question.of === speaker);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = Object.fromEntries(asked.map(({ id }) => [id, answers[id] ?? ""]));
    const after = await act(() => center.verify(call.id, { receipt, answers: given, speaker, interpreter, relay }));
    if (after) done(after.verification !== "none");
  };
  return (
    <form className="questions" onSubmit={(event) => void submit(event)}>
      <Fieldset legend={t("verify.speaking")}>
        {verifying.representative && (
          <div className="row">
            {(["applicant", "representative"] as const).map((one) => (
              <Radio key={one} id={`speaker-${one}`} name="speaker" label={t(`verify.${one}`)} checked={speaker === one} onChange={() => setSpeaker(one)} />
            ))}
          </div>
        )}
        <div className="row">
          <Checkbox id="by-interpreter" name="interpreter" label={t("verify.interpreter")} checked={interpreter} onChange={(e) => setInterpreter(e.target.checked)} />
          <Checkbox id="by-relay" name="relay" label={t("verify.relay")} checked={relay} onChange={(e) => setRelay(e.target.checked)} />
        </div>
        {(interpreter || relay) && <p className="muted">{t("verify.through_hint")}</p>}
      </Fieldset>
      <div className="question">
        <Label htmlFor="receipt" hint={<span className="usa-hint"> {t("verify.receipt_hint")}</span>}>{t("verify.receipt")}</Label>
        <TextInput id="receipt" name="receipt" type="text" required autoComplete="off" value={receipt} onChange={(e) => setReceipt(e.target.value)} />
      </div>
      {asked.map((question) => (
        <OneQuestion
          key={question.id} question={question} language={call.language} value={answers[question.id] ?? ""}
          answered={(value) => setAnswers((known) => ({ ...known, [question.id]: value }))}
        />
      ))}
      {verifying.levels.map((level) => <Needed key={level.level} level={level} questions={verifying.questions} />)}
      <Button type="submit" disabled={busy}>{t("verify.submit")}</Button>
      <Problem why={error} />
    </form>
  );
}

interface OneProps { question: Question; language: string; value: string; answered: (value: string) => void }

function OneQuestion({ question, language, value, answered }: OneProps) {
  const { t, agencys } = useWords();
  const id = `question-${question.id}`;
  const says = question.asks[language];
  return (
    <div className="question">
      <p id={`${id}-asks`} className="question__says" lang={says ? language : undefined}>{says ?? agencys(question.asks)}</p>
      <Label htmlFor={id} hint={question.compare === "date" && <span className="usa-hint"> {t("verify.date_hint")}</span>}>{agencys(question.names)}</Label>
      <TextInput id={id} name={question.id} type="text" autoComplete="off" aria-describedby={`${id}-asks`} value={value} onChange={(e) => answered(e.target.value)} />
    </div>
  );
}

/** In words, by the questions' own names. */
function Needed({ level, questions }: { level: LevelNeeds; questions: Question[] }) {
  const { t, agencys } = useWords();
  const named = (ids: string[]) => ids.map((id) => agencys(questions.find((one) => one.id === id)?.names ?? {})).join(", ");
  const others = level.right > 0 ? t("verify.needs_others", { right: level.right, others: named(level.others) }) : "";
  return <p className="muted">{t(`verify.needs_${level.level}`)} {[named(level.needed), others].filter(Boolean).join("; ")}.</p>;
}
