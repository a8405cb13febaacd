import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { Since } from "../shell/Since";
import { Because } from "./Because";
import { RecordingControls } from "./RecordingControls";
import { VerificationBadge } from "./VerificationBadge";

export function CallHead({ call }: { call: CallView }) {
  const { muted } = call;
  const { t, named } = useWords();
  const { act, busy, error } = useAct();
  return (
    <section className="call-head" aria-labelledby="call-head">
      <div className="call-head__what">
        <h2 id="call-head">{t(call.role === "consulted" ? "serve.consulted" : "serve.title")}</h2>
        <Since at={call.arrived_at} />
        <span className="tag">{named("language", call.language)}</span>
        <VerificationBadge call={call} />
        {call.supervisor === "asked" && <span className="tag tag--alert">{t("serve.supervisor_asked")}</span>}
        <span role="status" className="call-head__status">
          {call.held && <span className="tag tag--alert">{t("serve.held")}</span>}
          {call.supervisors.map((s) => (
            <span key={s.user} className="tag tag--alert">{t("supervise.told", { name: s.name, what: named("supervise_doing", s.mode) })}</span>
          ))}
          {muted && <span className="tag tag--alert">{t("serve.muted")}</span>}
        </span>
      </div>
      <div className="row">
        <Button type="button" outline aria-pressed={muted} disabled={busy} onClick={() => void act(() => center.mute(call.id, !muted))}>{t(muted ? "serve.unmute" : "serve.mute")}</Button>
        {call.role === "serving" && (
          <>
            <Button type="button" outline disabled={busy} onClick={() => void act(() => center.hold(call.id, !call.held))}>
              {t(call.held ? "serve.resume" : "serve.hold")}
            </Button>
            <Button type="button" secondary disabled={busy} onClick={() => void act(() => center.end(call.id))}>{t("serve.end")}</Button>
          </>
        )}
        {call.role === "consulted" && <Button type="button" outline disabled={busy} onClick={() => void act(() => center.leave(call.id))}>{t("serve.leave")}</Button>}
      </div>
      <RecordingControls call={call} />
      <p className="call-head__people">
        {t("serve.with")}: {call.people.map((p) => `${p.name} (${named("role", p.role)}, ${p.number})`).join(" · ")}
        {call.because && <> · <Because call={call} /></>}
      </p>
      <Problem why={error} />
    </section>
  );
}
