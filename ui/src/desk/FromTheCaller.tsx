import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import { Amended } from "../review/Amended";
import { Gone } from "../shell/Gone";
import { Panel } from "../shell/Panel";

/** What the caller already gave, so that nobody asks again. */
export function FromTheCaller({ call }: { call: CallView }) {
  const { t, agencys } = useWords();
  return (
    <Panel title={t("caller.title")}>
      <dl className="facts">
        {call.path.length > 0 && <div><dt>{t("caller.path")}</dt><dd>{call.path.join(" › ")}</dd></div>}
        {call.keyed.map((keyed, n) => <div key={n}><dt>{agencys(keyed.names)}</dt><dd data-personal={keyed.personal}>{keyed.gone ? <Gone why={keyed.gone} /> : keyed.value}<Amended of={keyed.amended} /></dd></div>)}
        {call.attestation && <div><dt>{t("caller.attestation")}</dt><dd>{t(`caller.${call.attestation}`)}</dd></div>}
      </dl>
      {call.attestation && <p className="muted">{t("caller.attestation_hint")}</p>}
      {call.keyed.length === 0 && <p className="muted">{t("caller.nothing")}</p>}
    </Panel>
  );
}
