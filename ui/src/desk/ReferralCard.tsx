import type { Referral } from "../api/types";
import { useWords } from "../i18n/Words";

/** An overseas office holds the file: its contact for the caller, and no request. */
export function ReferralCard({ referral }: { referral: Referral }) {
  const { t } = useWords();
  const rows = [
    [t("referral.address"), referral.address], [t("referral.phone"), referral.phone],
    [t("referral.email"), referral.email], [t("referral.hours"), referral.hours],
  ].filter(([, value]) => value);
  return (
    <div className="promise">
      <h3>{t("referral.title")}</h3>
      <p>{t("referral.lead")}</p>
      <p className="promise__office">{referral.office_name}</p>
      {!referral.verified && <p><span className="tag tag--alert">{t("referral.unverified")}</span></p>}
      <dl className="facts">
        {rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
        <div><dt>{t("request.because")}</dt><dd><ul className="plain">{referral.because.map((why) => <li key={why}>{why}</li>)}</ul></dd></div>
      </dl>
    </div>
  );
}
