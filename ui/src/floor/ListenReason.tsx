import { Label, TextInput } from "@trussworks/react-uswds";
import { useDeskIfAny } from "../desk/AtTheDesk";
import { useWords } from "../i18n/Words";

/** Asked of a lead before they listen, where the agency wants one for each use. */
export function ListenReason({ reason, write }: { reason: string; write: (reason: string) => void }) {
  const { t } = useWords();
  const desk = useDeskIfAny();
  if (!desk?.view?.supervision_reason) return null;
  return (
    <section className="panel fields" aria-label={t("supervise.monitor")}>
      <div><Label htmlFor="listen-why">{t("supervise.reason")}</Label><TextInput id="listen-why" name="listen-why" type="text" value={reason} onChange={(e) => write(e.target.value)} /></div>
    </section>
  );
}
