import { Button, Checkbox, Label, TextInput } from "@trussworks/react-uswds";
import type { Fault, Vocabulary, WrittenChoice, WrittenStep } from "../api/library";
import { useWords } from "../i18n/Words";
import { WaySelect } from "./WaySelect";
import { WordsField } from "./WordsField";

interface Props {
  n: number; step: WrittenStep; steps: string[]; vocabulary: Vocabulary; faults: Fault[]; self: string;
  set: (step: WrittenStep) => void; remove: () => void;
}

/** One step of a guide: what is said, what the agent does, and where each answer leads. */
export function StepForm({ n, step, steps, vocabulary, faults, self, set, remove }: Props) {
  const { t } = useWords();
  const change = (changed: Partial<WrittenStep>) => set({ ...step, ...changed });
  const choose = (nth: number, changed: Partial<WrittenChoice>) =>
    change({ choices: step.choices.map((one, m) => (m === nth ? { ...one, ...changed } : one)) });
  const at = ["steps", String(n)];
  const { languages } = vocabulary;
  return (
    <fieldset className="step">
      <legend>{t("write.step", { n: n + 1 })}</legend>
      <Label htmlFor={`step-${n}-id`}>{t("write.step_name")}</Label>
      <TextInput id={`step-${n}-id`} name="step" type="text" autoComplete="off" value={step.id} onChange={(e) => change({ id: e.target.value })} />
      <WordsField id={`step-${n}-says`} label={t("write.says")} long languages={languages} words={step.says} set={(says) => change({ says })} faults={faults} at={[...at, "says"]} />
      <WordsField id={`step-${n}-do`} label={t("write.do")} languages={languages} words={step.do} set={(words) => change({ do: words })} faults={faults} at={[...at, "do"]} />
      <Checkbox id={`step-${n}-unrecorded`} name="unrecorded" label={t("write.unrecorded")} checked={step.unrecorded} onChange={(e) => change({ unrecorded: e.target.checked })} />
      {step.choices.map((choice, m) => (
        <div key={m} className="step__choice">
          <WordsField id={`step-${n}-choice-${m}`} label={t("write.answer", { n: m + 1 })} languages={languages} words={choice.when} set={(when) => choose(m, { when })} faults={faults} at={[...at, "choices", String(m), "when"]} />
          <WaySelect id={`step-${n}-to-${m}`} label={t("write.leads_to", { n: m + 1 })} value={choice.to} set={(to) => choose(m, { to })} steps={steps} vocabulary={vocabulary} self={self} />
          <Button type="button" unstyled onClick={() => change(withoutChoice(step, m))}>{t("write.remove_answer", { n: m + 1 })}</Button>
        </div>
      ))}
      {step.choices.length === 0 && <WaySelect id={`step-${n}-next`} label={t("write.after_step")} value={step.next ?? ""} set={(next) => change({ next })} steps={[]} vocabulary={vocabulary} self={self} ends />}
      <div className="row">
        <Button type="button" outline onClick={() => change({ next: null, choices: [...step.choices, { when: {}, to: "resolve" }] })}>{t("write.add_answer")}</Button>
        <Button type="button" unstyled onClick={remove}>{t("write.remove_step", { n: n + 1 })}</Button>
      </div>
    </fieldset>
  );
}

/** A step without answers ends. */
function withoutChoice(step: WrittenStep, m: number): Partial<WrittenStep> {
  const choices = step.choices.filter((_, nth) => nth !== m);
  return { choices, next: choices.length > 0 ? null : "resolve" };
}
