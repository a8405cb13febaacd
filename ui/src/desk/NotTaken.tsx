import { Alert } from "@trussworks/react-uswds";
import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";

/** The colleague who was asked for by name did not come; what to do instead. */
export function NotTaken({ call }: { call: CallView }) {
  const { t, named } = useWords();
  const missed = call.not_taken;
  return (
    <div role="status">
      {missed && (
        <Alert type="warning" headingLevel="h3" slim>
          {missed.person}: {named("not_taken", missed.outcome)} {t("transfer.choose_again")}
        </Alert>
      )}
    </div>
  );
}
