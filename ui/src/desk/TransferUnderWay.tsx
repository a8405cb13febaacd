import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { CallView, Transfer } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";

export function TransferUnderWay({ call, transfer }: { call: CallView; transfer: Transfer }) {
  const { t, named } = useWords();
  const { act, busy, error } = useAct();
  const consulting = transfer.stage === "consulting";
  const mine = call.role === "serving";
  return (
    <Panel title={named("transfer", `to_${transfer.to}`)} className="under-way">
      <p role="status">{t(mine ? `transfer.${transfer.stage}` : "transfer.consulted")}</p>
      {transfer.reason && <p>{t("transfer.reason")}: {transfer.reason}</p>}
      <div className="row">
        {consulting && (
          <Button type="button" disabled={busy} onClick={() => void act(() => center.completeTransfer(call.id))}>{t("transfer.complete")}</Button>
        )}
        {mine && (
          <Button type="button" outline disabled={busy} onClick={() => void act(() => center.takeBack(call.id))}>
            {t(consulting ? "transfer.back" : "transfer.stop")}
          </Button>
        )}
      </div>
      <Problem text={error} />
    </Panel>
  );
}
