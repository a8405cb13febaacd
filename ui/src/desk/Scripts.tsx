import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { NoScriptFits } from "./NoScriptFits";

export function Scripts({ call }: { call: CallView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  return (
    <Panel title={t("scripts.title")}>
      {call.scripts.length === 0 && <p className="muted">{t("scripts.none")}</p>}
      <ul className="choices">
        {call.scripts.map((script) => (
          <li key={script.id}>
            <div>
              <strong>{script.title}</strong> <small className="muted">{t("scripts.version", { version: script.version })}</small>
              <div className="muted">{script.fits}</div>
            </div>
            <Button
              type="button" disabled={busy} aria-label={t("scripts.present_this", { title: script.title })}
              onClick={() => void act(() => center.present(call.id, script.id))}
            >
              {t("scripts.present")}
            </Button>
          </li>
        ))}
      </ul>
      <Problem why={error} />
      <NoScriptFits call={call} />
    </Panel>
  );
}
