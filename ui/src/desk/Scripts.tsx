import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { NoScriptFits } from "./NoScriptFits";
import { OfferedScripts } from "./OfferedScripts";
import { PresentedScripts } from "./PresentedScripts";

/** What was read to the caller and, for the one serving, what may be read next. */
export function Scripts({ call, chooseKind }: { call: CallView; chooseKind?: (kind: string) => void }) {
  const { t } = useWords();
  return (
    <Panel title={t("scripts.title")}>
      <PresentedScripts call={call} chooseKind={chooseKind} />
      {call.role === "serving" && <><OfferedScripts call={call} /><NoScriptFits call={call} /></>}
    </Panel>
  );
}
