import type { Referral } from "../api/types";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";

/** An overseas office holds the file: its contact for the caller, and no request. */
export function ReferralCard({ referral }: { referral: Referral }) {
  const { t } = useWords();
  const rows = [
    [t("referral.address"), referral.address], [t("referral.phone"), referral.phone],
    [t("referral.email"), referral.email], [t("referral.hours"), referral.hours],
  ].filter(([, value]) => value);
  return (
    <Panel
      title={t("referral.title")} className="promise"
      aside={referral.verified ? null : <span className="tag tag--alert">{t("referral.unverified")}</span>}
    >
      <p>{t("referral.lead")}</p>
      <p className="promise__office">{referral.office_name}</p>
      <dl className="facts">
        {rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
        {referral.because.length > 0 && <div><dt>{t("request.because")}</dt><dd><ul className="plain">{referral.because.map((why) => <li key={why}>{why}</li>)}</ul></dd></div>}
      </dl>
    </Panel>
  );
}
