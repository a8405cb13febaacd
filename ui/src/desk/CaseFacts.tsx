import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";

/** Only what the center sent for this role and this caller's verification; each with the system it came from. */
export function CaseFacts({ call }: { call: CallView }) {
  const { t } = useWords();
  const fields = call.case?.fields ?? [];
  return (
    <Panel title={t("case.title")}>
      {fields.length === 0 && <p className="muted">{t(call.verification === "none" ? "case.unverified" : "case.none")}</p>}
      <dl className="facts facts--wide">
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>{field.value} <small className="muted">{t("case.source", { source: field.source })}</small></dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
