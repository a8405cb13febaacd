import { Alert } from "@trussworks/react-uswds";
import { useWords } from "../i18n/Words";

/** Why something was not done, announced at once. An empty sentence means that the center could not be reached. */
export function Problem({ text }: { text: string | null }) {
  const { t } = useWords();
  return (
    <div role="alert">
      {text !== null && <Alert type="error" headingLevel="h3" slim>{text || t("app.away")}</Alert>}
    </div>
  );
}
