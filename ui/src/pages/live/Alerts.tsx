import { Button, Label, Textarea } from "@trussworks/react-uswds";
import { useState } from "react";
import { Link } from "react-router-dom";
import { center } from "../../api/center";
import type { Alert } from "../../api/types";
import { useAct } from "../../api/useAct";
import { useWords } from "../../i18n/Words";
import { Problem } from "../../shell/Problem";
import { Since } from "../../shell/Since";

/** Emergencies that no supervisor has acknowledged. The region is there from the start, so that a screen reader says what comes into it. */
export function Alerts({ alerts }: { alerts: Alert[] }) {
  const { t, agencys } = useWords();
  return (
    <section aria-label={t("alert.title")}>
      <div role="alert">
        {alerts.map((a) => (
          <p key={a.call} className="emergency__line">
            <strong>{t("emergency.title", { title: agencys(a.titles) })}</strong>, {t("alert.by", { by: a.by })}
          </p>
        ))}
      </div>
      {alerts.map((a) => <OneAlert key={a.call} alert={a} />)}
    </section>
  );
}

function OneAlert({ alert }: { alert: Alert }) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [note, setNote] = useState("");
  const id = `note-${alert.call}`;
  return (
    <section className="panel emergency" aria-label={`${agencys(alert.titles)}, ${alert.by}`}>
      <p><Link to={`/calls/${alert.call}`}>{agencys(alert.titles)}</Link> · {alert.by} · <Since at={alert.since} /></p>
      <p role="status">{alert.help === "nobody" ? t("alert.nobody") : t(`help.${alert.help}`, { name: alert.name ?? "" })}</p>
      {alert.may_join && alert.help !== "joined" && (
        <div className="row">
          <Button type="button" className="emergency-button" disabled={busy} onClick={() => void act(() => center.supervise(alert.call, "barge", ""))}>{t("alert.join")}</Button>
        </div>
      )}
      <Label htmlFor={id}>{t("alert.note")}</Label>
      <Textarea id={id} name={id} value={note} onChange={(e) => setNote(e.target.value)} />
      <div className="row">
        <Button type="button" disabled={busy} onClick={() => void act(() => center.acknowledge(alert.call, note))}>{t("alert.acknowledge")}</Button>
      </div>
      <Problem why={error} />
    </section>
  );
}
