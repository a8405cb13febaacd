import { Link } from "react-router-dom";
import type { Group, Jump, Step } from "../../api/flow";
import { useWords } from "../../i18n/Words";
import { leavings, useFlowWords } from "./wording";

interface Props { group: Group; jumps: Jump[]; inside: (step: Step) => string | null }

/** What the picture shows, and the ways that are no edge of it, in rows. */
export function StepTable({ group, jumps, inside }: Props) {
  const { t } = useWords();
  const { group: named } = useFlowWords();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen
    <div className="scroll" role="region" aria-label={t("flow.table", { name: named(group.name) })} tabIndex={0}>
      <table className="data">
        <thead>
          <tr><th scope="col">{t("flow.step")}</th><th scope="col">{t("flow.reached")}</th><th scope="col">{t("flow.went")}</th><th scope="col">{t("flow.left")}</th></tr>
        </thead>
        <tbody>
          {group.steps.map((step) => <Row key={step.step} step={step} group={group} jumps={jumps} inside={inside(step)} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ step, group, jumps, inside }: { step: Step; group: Group; jumps: Jump[]; inside: string | null }) {
  const { t } = useWords();
  const { count, kind, leaving, share } = useFlowWords();
  const left = leavings(step.left);
  return (
    <tr>
      <th scope="row">
        {inside ? <Link to={inside}>{step.name}</Link> : step.name} <span className="muted">{kind(step.kind, step.about)}</span>
      </th>
      <td>{count(step.reached)}</td>
      <td><Went step={step} group={group} jumps={jumps} /></td>
      <td>{left.length === 0 ? t("flow.nobody") : left.map(([how, calls]) => <div key={how}>{leaving(how)}: {share(calls, step.reached)}</div>)}</td>
    </tr>
  );
}

function Went({ step, group, jumps }: { step: Step; group: Group; jumps: Jump[] }) {
  const { t, named } = useWords();
  const { share, ways } = useFlowWords();
  const along = group.edges.filter((edge) => edge.source === step.step);
  const jumped = jumps.filter((jump) => jump.source === step.step);
  if (along.length + jumped.length === 0) return t("flow.nowhere");
  const own = (name: string) => name.split("/").at(-1);
  return (
    <ul className="plain went">
      {along.map((edge) => (
        <li key={edge.target}><b>{own(edge.target)}</b>: {share(edge.calls, step.reached)} <span className="muted">{ways(edge.ways)}</span></li>
      ))}
      {jumped.map((jump) => (
        <li key={`${jump.by}>${jump.target}`}><b>{jump.target}</b>: {share(jump.calls, step.reached)} <span className="muted">{named("flow_jump", jump.by)}</span></li>
      ))}
    </ul>
  );
}
