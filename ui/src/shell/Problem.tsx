import { Alert } from "@trussworks/react-uswds";
import { Refused } from "../api/http";
import { useWords } from "../i18n/Words";

/** Why something was not done, in the reader's language, announced at once; a text is in it already. Where the center said nothing it could not be reached. */
export function Problem({ why }: { why: Error | string | null }) {
  const { t, says } = useWords();
  const told = (error: Error) => (error instanceof Refused && error.sentence ? says(error.sentence) : t("app.away"));
  return (
    <div role="alert">
      {why !== null && <Alert type="error" headingLevel="h3" slim>{typeof why === "string" ? why : told(why)}</Alert>}
    </div>
  );
}
