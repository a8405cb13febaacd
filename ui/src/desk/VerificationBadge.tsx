import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";

/** How far the caller is verified, as whom, and by whose mouth. */
export function VerificationBadge({ call }: { call: CallView }) {
  const { t } = useWords();
  const { verification, recognised } = call;
  const as = recognised?.speaker === "representative" ? [t("verify.representative")] : [];
  const by = recognised?.through.map((one) => t(`verify.by_${one}`)) ?? [];
  return (
    <span className={`tag tag--${verification === "none" ? "alert" : "good"}`}>
      {[t(`verify.${verification}`), ...as, ...by].join(" · ")}
    </span>
  );
}
