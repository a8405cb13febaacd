import { Alert } from "@trussworks/react-uswds";
import type { CallView } from "../api/types";
import { hourAndMinute } from "../i18n/times";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Source } from "./Source";

/** Only what the center sent for this role and this caller's verification; each with the system it came from, and when. */
export function CaseFacts({ call }: { call: CallView }) {
  const { t, agencys, language } = useWords();
  const fields = call.case?.fields ?? [];
  return (
    <Panel title={t("case.title")}>
      <div role="status">
        {call.case?.away.map((system) => (
          <Alert key={system.since + agencys(system.names)} type="warning" headingLevel="h3" slim>
            {t("case.away", { system: agencys(system.names), time: hourAndMinute(system.since, language) })}
          </Alert>
        ))}
      </div>
      {fields.length === 0 && <p className="muted">{t(call.verification === "none" ? "case.unverified" : "case.none")}</p>}
      <dl className="facts facts--wide">
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{agencys(field.names)}</dt>
            <dd><span data-personal={field.personal} lang={call.language}>{field.value}</span> <Source source={field.source} /></dd>
          </div>
        ))}
      </dl>
      {fields.length > 0 && <p className="muted">{t("case.copying")}</p>}
    </Panel>
  );
}
