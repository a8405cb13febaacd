import { Button } from "@trussworks/react-uswds";
import type { KeyboardEvent, Ref } from "react";
import type { Script } from "../api/types";
import { useWords } from "../i18n/Words";

interface Props {
  scripts: Script[];
  busy: boolean;
  present: (script: string) => void;
  list?: Ref<HTMLUListElement>;
  arrows?: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Titles alone: the words come once they are on record. */
export function ScriptChoices({ scripts, busy, present, list, arrows }: Props) {
  const { t, says, agencys } = useWords();
  return (
    <ul className="choices" ref={list}>
      {scripts.map((script) => (
        <li key={script.id}>
          <div>
            <strong>{agencys(script.titles)}</strong> <small className="muted">{t("scripts.version", { version: script.version })}</small>
            <div className="muted">{says(script.fits)}</div>
          </div>
          <Button type="button" disabled={busy} aria-label={t("scripts.present_this", { title: agencys(script.titles) })} onKeyDown={arrows} onClick={() => present(script.id)}>
            {t("scripts.present")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
