import type { Compared, Practice } from "../api/practice";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { NotDone } from "./NotDone";

/** After a practice call: what was expected, beside what was done. Nothing is given away of a disposition that is still
 * `toBeChosen`. */
export function Debrief({ of, toBeChosen = false }: { of: Practice; toBeChosen?: boolean }) {
  const { t, agencys } = useWords();
  const points = of.debrief.filter(({ point }) => !(toBeChosen && point === "disposition"));
  return (
    <Panel title={t("practice.debrief", { title: agencys(of.titles) })} className="practice">
      {of.debrief.length === 0 && <p>{t("practice.nothing_expected")}</p>}
      {of.debrief.length > 0 && (
        <table className="data">
          <thead>
            <tr><th scope="col">{t("practice.point")}</th><th scope="col">{t("practice.expected")}</th><th scope="col">{t("practice.done")}</th></tr>
          </thead>
          <tbody>{points.map((one, n) => <Row key={n} one={one} />)}</tbody>
        </table>
      )}
      {points.length < of.debrief.length && <p>{t("practice.choose_first")}</p>}
      <NotDone pretended={of.pretended} />
    </Panel>
  );
}

function Row({ one }: { one: Compared }) {
  const { t, named, agencys } = useWords();
  const what = agencys(one.names);
  return (
    <tr>
      <th scope="row">{named("practice_point", one.point)}{what && `: ${what}`}</th>
      <td>{t(one.expected ? "practice.yes" : "practice.no")}</td>
      <td><span className={one.expected === one.done ? "tag tag--good" : "tag tag--alert"}>{t(one.done ? "practice.yes" : "practice.no")}</span></td>
    </tr>
  );
}
