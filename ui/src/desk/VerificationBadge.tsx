import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";

export function VerificationBadge({ verification }: { verification: CallView["verification"] }) {
  const { t } = useWords();
  return <span className={`tag tag--${verification === "none" ? "alert" : "good"}`}>{t(`verify.${verification}`)}</span>;
}
