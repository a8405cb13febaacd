import { Button, Checkbox, Fieldset, Label, TextInput } from "@trussworks/react-uswds";
import type { Fault, Vocabulary, Wording } from "../api/library";
import { useWords } from "../i18n/Words";
import { CasesField } from "./CasesField";
import { MomentField } from "./MomentField";
import { StepForm } from "./StepForm";
import { WaySelect } from "./WaySelect";
import { WordsField } from "./WordsField";
import { Blanks } from "./Blanks";

interface Props { wording: Wording; set: (wording: Wording) => void; vocabulary: Vocabulary; faults: Fault[]; self: string }

const TIERS = ["1", "2", "supervisor"];

/** All that a script is, in the order in which it is read. */
export function WordingForm({ wording, set, vocabulary, faults, self }: Props) {
  const { t, named } = useWords();
  const change = (changed: Partial<Wording>) => set({ ...wording, ...changed });
  const { languages } = vocabulary;
  const guide = wording.steps.length > 0;
  const steps = wording.steps.map((step) => step.id);
  return (
    <>
      <WordsField id="titles" label={t("write.title")} languages={languages} words={wording.titles} set={(titles) => change({ titles })} faults={faults} at={["titles"]} />
      {guide
        ? wording.steps.map((step, n) => (
          <StepForm key={n} n={n} step={step} steps={steps} vocabulary={vocabulary} faults={faults} self={self}
            set={(changed) => change({ steps: wording.steps.map((one, nth) => (nth === n ? changed : one)) })}
            remove={() => change({ steps: wording.steps.filter((_, nth) => nth !== n) })} />
        ))
        : <WordsField id="texts" label={t("write.text")} long languages={languages} words={wording.texts} set={(texts) => change({ texts })} faults={faults} at={["texts"]} />}
      <Blanks vocabulary={vocabulary} tiers={wording.allowed_tiers} />
      <div className="row">
        <Button type="button" outline onClick={() => change(withStep(wording))}>{guide ? t("write.add_step") : t("write.make_steps")}</Button>
      </div>
      <WaySelect id="next" label={t("write.next")} value={wording.next} set={(next) => change({ next })} steps={[]} vocabulary={vocabulary} self={self} ends />
      <Fieldset legend={t("write.readers")}>
        {TIERS.map((tier) => (
          <Checkbox key={tier} id={`tier-${tier}`} name="tiers" label={named("tier", tier)} checked={wording.allowed_tiers.includes(tier)}
            onChange={(e) => change({ allowed_tiers: TIERS.filter((one) => (one === tier ? e.target.checked : wording.allowed_tiers.includes(one))) })} />
        ))}
      </Fieldset>
      <Checkbox id="unrecorded" name="unrecorded" label={t("write.unrecorded")} checked={wording.unrecorded} onChange={(e) => change({ unrecorded: e.target.checked })} />
      <Label htmlFor="topics" hint={<span className="usa-hint"> {t("write.topics_hint")}</span>}>{t("write.topics")}</Label>
      <TextInput id="topics" name="topics" type="text" autoComplete="off" value={wording.topics.join(", ")} onChange={(e) => change({ topics: listed(e.target.value) })} />
      <CasesField cases={wording.cases} set={(cases) => change({ cases })} />
      <MomentField id="effective-from" label={t("write.effective_from")} hint={t("write.effective_hint")} value={wording.effective_from} set={(effective_from) => change({ effective_from })} />
      <MomentField id="expires" label={t("write.expires")} hint={t("write.expires_hint")} value={wording.expires} set={(expires) => change({ expires })} />
    </>
  );
}

/** What was one text is said in the first step. */
function withStep(wording: Wording): Partial<Wording> {
  const first = wording.steps.length === 0;
  const step = { id: `step-${wording.steps.length + 1}`, says: first ? wording.texts : {}, do: {}, choices: [], next: "resolve", unrecorded: false };
  return { texts: {}, steps: [...wording.steps, step] };
}

/** The last one is being typed: its blank is kept until another begins. */
const listed = (typed: string): string[] => typed.split(/,\s*/);
