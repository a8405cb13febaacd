import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";

/** For a supervisor: the agent at this call may try once more to verify the caller. */
export function AnotherAttempt({ call, allowed }: { call: CallView; allowed: () => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  if (!call.verifying?.may_allow) return null;
  const allow = () => void act(async () => { await center.allowAttempt(call.id); allowed(); });
  return (
    <Panel title={t("verify.title")}>
      <p>{t("verify.agent_used_up")}</p>
      <Button type="button" outline disabled={busy} onClick={allow}>{t("verify.allow")}</Button>
      <Problem why={error} />
    </Panel>
  );
}
