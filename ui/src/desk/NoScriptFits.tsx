import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { WaysOn } from "./WaysOn";
import { useKey } from "./useKey";

const KEY = "F8";

/** One key: it counts, and opens the ways on. */
export function NoScriptFits({ call }: { call: CallView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [open, setOpen] = useState(false);
  const press = async () => {
    if (!open && await act(() => center.noScriptFits(call.id))) setOpen(true);
  };
  useKey(KEY, () => void press());
  return (
    <div className="no-fit">
      <Button type="button" outline disabled={busy} aria-expanded={open} aria-keyshortcuts={KEY} onClick={() => void press()}>
        {t("scripts.no_fit")} <kbd>{KEY}</kbd>
      </Button>
      <Problem why={error} />
      {open && <WaysOn call={call} close={() => setOpen(false)} />}
    </div>
  );
}
