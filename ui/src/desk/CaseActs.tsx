import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { ActForm } from "./ActForm";
import { ActsDone } from "./ActsDone";

/** What an officer does in the case systems, and what became of it. Nobody else has this panel. */
export function CaseActs({ call }: { call: CallView }) {
  const { t } = useWords();
  const acts = call.acts;
  if (!acts || (acts.offered.length === 0 && acts.done.length === 0)) return null;
  return (
    <Panel title={t("acts.title")}>
      <ActsDone call={call} done={acts.done} />
      {acts.offered.length > 0 && <ActForm call={call} offered={acts.offered} />}
    </Panel>
  );
}
