import { Button, Checkbox, Label } from "@trussworks/react-uswds";
import { useCallback, useState, type FormEvent } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { flowOf, type Flow, type Group, type Step } from "../api/flow";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";
import { Canvas } from "./flow/Canvas";
import { Figures } from "./flow/Figures";
import { StepTable } from "./flow/StepTable";
import { useFlowWords } from "./flow/wording";

export function FlowPage() {
  const { t, language } = useWords();
  const [asked, ask] = useSearchParams();
  const day = asked.get("day");
  const { value: flow, refused } = useLoaded(useCallback(() => flowOf(day, language), [day, language]));
  useTitle(t("flow.title"));
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get("day"));
    ask((now) => { now.set("day", chosen); return now; });
  };
  return (
    <div className="page">
      <div className="page__head">
        <h1>{t("flow.title")}</h1>
        {flow && (
          <form className="flow-day" onSubmit={choose}>
            <Label htmlFor="day">{t("flow.day")}</Label>
            <input key={flow.day} id="day" name="day" type="date" required className="usa-input" max={flow.latest} defaultValue={flow.day} />
            <Button type="submit" outline>{t("flow.show")}</Button>
          </form>
        )}
      </div>
      {refused && <Problem why={refused} />}
      {!flow && !refused && <p role="status">{t("app.loading")}</p>}
      {flow && <Traffic flow={flow} chosen={asked.get("flow") ?? ""} day={day} />}
    </div>
  );
}

function Traffic({ flow, chosen, day }: { flow: Flow; chosen: string; day: string | null }) {
  const { t } = useWords();
  const { count, group: named } = useFlowWords();
  const [taken, setTaken] = useState(false);
  const group = flow.groups.find((one) => one.name === chosen) ?? flow.groups[0];
  if (!group) return null;
  const to = (name: string) => `/flow?${new URLSearchParams({ ...(name ? { flow: name } : {}), ...(day ? { day } : {}) }).toString()}`;
  const inside = (step: Step) => (step.kind === "do" ? to(step.about) : null);
  return (
    <>
      <Figures flow={flow} />
      <nav className="flows" aria-label={t("flow.parts")}>
        {flow.groups.map((one) => (
          <Link key={one.name} to={to(one.name)} aria-current={one === group ? "page" : undefined}>{named(one.name)} <b>{count(entered(one))}</b></Link>
        ))}
      </nav>
      <Panel
        title={named(group.name)}
        aside={<Checkbox id="taken" name="taken" label={t("flow.only_taken")} checked={taken} onChange={(event) => setTaken(event.target.checked)} />}
      >
        <Canvas group={taken ? ofCalls(group) : group} most={flow.calls} inside={inside} />
      </Panel>
      <Panel title={t("flow.as_table")}><StepTable group={group} jumps={flow.jumps} inside={inside} /></Panel>
    </>
  );
}

/** Calls that came into a group: those that reached its first step. */
const entered = (group: Group): number => group.steps.find((step) => step.roles.includes("start"))?.reached ?? 0;

const ofCalls = (group: Group): Group => {
  const steps = group.steps.filter((step) => step.reached > 0);
  return { ...group, steps, edges: group.edges.filter((edge) => edge.calls > 0) };
};
