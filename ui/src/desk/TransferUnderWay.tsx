import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { CallView, SpeaksWith, Transfer } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";

const WITH: SpeaksWith[] = ["colleague", "caller", "everyone"];

/** A colleague is brought in, to take the caller or only to be asked. */
export function TransferUnderWay({ call, transfer }: { call: CallView; transfer: Transfer }) {
  const { t, named, says } = useWords();
  const { act, busy, error } = useAct();
  const consulting = transfer.stage === "consulting";
  const consult = transfer.purpose === "consult";
  const mine = call.role === "serving";
  const title = transfer.person ? t(consult ? "consult.with" : "transfer.to_person", { name: transfer.person })
    : consult ? t("consult.title") : named("transfer", `to_${transfer.to}`);
  const now = consulting ? `with_${transfer.speaks_with}` : transfer.stage;
  return (
    <Panel title={title} className="under-way">
      <p role="status">{named("transfer", mine ? now : `consulted_${consulting ? transfer.speaks_with : "colleague"}`)}</p>
      {transfer.reason && <p>{t("transfer.reason")}: {transfer.why ? says(transfer.why) : transfer.reason}</p>}
      <div className="row">
        {mine && consulting && WITH.map((whom) => (
          <Button key={whom} type="button" outline aria-pressed={transfer.speaks_with === whom} disabled={busy} onClick={() => void act(() => center.speakWith(call.id, whom))}>
            {named("transfer", `speak_${whom}`)}
          </Button>
        ))}
        {consulting && !consult && (
          <Button type="button" disabled={busy} onClick={() => void act(() => center.completeTransfer(call.id))}>{t("transfer.complete")}</Button>
        )}
        {mine && consulting && consult && (
          <Button type="button" outline disabled={busy} onClick={() => void act(() => center.leave(call.id))}>{t("consult.leave")}</Button>
        )}
        {mine && (
          <Button type="button" outline disabled={busy} onClick={() => void act(() => (consult ? center.goOn(call.id) : center.takeBack(call.id)))}>
            {t(!consulting ? "transfer.stop" : consult ? "consult.go_on" : "transfer.back")}
          </Button>
        )}
      </div>
      <Problem why={error} />
    </Panel>
  );
}
