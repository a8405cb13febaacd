import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";

/** Why the call comes to this person, in the words of the one before, so that the caller need not say it again. */
export function Handed({ call }: { call: CallView }) {
  const { t, says } = useWords();
  if (!call.handed) return null;
  return (
    <Panel title={t("handed.title", { by: call.handed.by })} className="under-way">
      <p>{call.handed.why ? says(call.handed.why) : call.handed.reason}</p>
    </Panel>
  );
}
