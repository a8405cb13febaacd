import { Button } from "@trussworks/react-uswds";
import { useEffect } from "react";
import { useNavigate } from "react-router-dom";
import { center } from "../api/center";
import type { Supervising, SupervisionMode } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import type { Phone, PhoneSnapshot } from "../phone/Phone";
import { Problem } from "../shell/Problem";
import { useSession } from "../shell/SignedIn";
import { Since } from "../shell/Since";

/** A supervisor's own part in a colleague's call, or a lead's, who may not join it. Who asked to listen need not answer their own phone. */
export function SupervisingPanel({ part, phone, line }: { part: Supervising; phone: Phone | null; line: PhoneSnapshot }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const go = useNavigate();
  const { me } = useSession();
  const modes: SupervisionMode[] = me?.supervision ?? [];
  const rings = !part.answered && line.line === "ringing";
  useEffect(() => { if (rings) phone?.answer(); }, [rings, phone]);
  const takeOver = async () => {
    if (await act(() => center.takeOver(part.call))) await go("/desk");
  };
  return (
    <section className="call-head" aria-labelledby="supervising">
      <div className="call-head__what">
        <h2 id="supervising">{t("supervise.title")}</h2>
        <Since at={part.since} />
        <span role="status"><span className="tag tag--alert">{t(part.answered ? `supervise_mode.${part.mode}` : "supervise.ringing")}</span></span>
      </div>
      <p className="call-head__people">{t("supervise.with")}: {part.agents.join(", ")}{part.held && <> · {t("supervise.held")}</>}</p>
      {part.answered && (
        <div className="row">
          {modes.map((mode) => (
            <Button key={mode} type="button" outline disabled={busy} aria-pressed={part.mode === mode} onClick={() => void act(() => center.supervise(part.call, mode, ""))}>
              {t(`supervise.${mode}`)}
            </Button>
          ))}
          {me?.role === "supervisor" && <Button type="button" disabled={busy} onClick={() => void takeOver()}>{t("supervise.take_over")}</Button>}
          <Button type="button" secondary disabled={busy} onClick={() => void act(() => center.stopSupervising(part.call))}>{t("supervise.leave")}</Button>
        </div>
      )}
      <Problem why={error} />
    </section>
  );
}
