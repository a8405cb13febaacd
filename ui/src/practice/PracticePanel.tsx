import { Button } from "@trussworks/react-uswds";
import { practice, type PracticeCase } from "../api/practice";
import { useAct } from "../api/useAct";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { PractisedTable } from "./PractisedTable";

/** Between two practice calls: the next case, and how the last ones went. */
export function PracticePanel() {
  const { t } = useWords();
  const { value: desk, refused } = useLoaded(practice.desk);
  return (
    <div>
      <Panel title={t("practice.cases")}>
        <p>{t("practice.how")}</p>
        {refused && <Problem why={refused} />}
        {!desk && !refused && <p role="status">{t("app.loading")}</p>}
        {desk && <ul className="choices">{desk.cases.map((one) => <Case key={one.id} one={one} />)}</ul>}
      </Panel>
      {desk && <PractisedTable practised={desk.practised} />}
    </div>
  );
}

function Case({ one }: { one: PracticeCase }) {
  const { t, named, agencys } = useWords();
  const { act, busy, error } = useAct();
  const title = agencys(one.titles);
  return (
    <li>
      <div>
        <strong>{title}</strong> <span className="tag">{named("language", one.language)}</span>
        <p className="muted">{agencys(one.descriptions)}</p>
        <Problem why={error} />
      </div>
      <Button type="button" disabled={busy} aria-label={t("practice.begin_case", { title })} onClick={() => void act(() => practice.begin(one.id))}>
        {t("practice.begin")}
      </Button>
    </li>
  );
}
