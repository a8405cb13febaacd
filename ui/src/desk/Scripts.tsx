import { Label, TextInput } from "@trussworks/react-uswds";
import { useRef, useState, type KeyboardEvent } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { NoScriptFits } from "./NoScriptFits";
import { ScriptChoices } from "./ScriptChoices";
import { moveByArrows } from "./arrows";
import { useKey } from "./useKey";
import { useScriptSearch } from "./useScriptSearch";

const SEARCH_KEY = "F2";

/** Those that fit the call best, and by their words all others. */
export function Scripts({ call }: { call: CallView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [typed, setTyped] = useState("");
  const { scripts: found, settled } = useScriptSearch(call, typed);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useKey(SEARCH_KEY, () => field.current?.focus());
  const arrows = (event: KeyboardEvent<HTMLElement>) => moveByArrows(event, field.current, list.current);
  const present = async (script: string) => {
    if (await act(() => center.present(call.id, script))) setTyped("");
  };
  return (
    <Panel title={t("scripts.title")}>
      <Label htmlFor="script-words">{t("scripts.search")} <kbd>{SEARCH_KEY}</kbd></Label>
      <TextInput
        id="script-words" name="script-words" type="search" autoComplete="off" maxLength={200} inputRef={field} aria-keyshortcuts={SEARCH_KEY}
        value={typed} onChange={(e) => setTyped(e.target.value)} onKeyDown={arrows}
      />
      <p role="status" className="muted">{settled && found && t(found.length === 1 ? "scripts.found_one" : "scripts.found", { count: found.length })}</p>
      {!found && call.scripts.length === 0 && <p className="muted">{t("scripts.none")}</p>}
      <ScriptChoices list={list} scripts={found ?? call.scripts} busy={busy} arrows={arrows} present={(script) => void present(script)} />
      <Problem why={error} />
      <NoScriptFits call={call} />
    </Panel>
  );
}
