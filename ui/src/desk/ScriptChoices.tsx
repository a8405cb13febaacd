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
  const { t } = useWords();
  return (
    <ul className="choices" ref={list}>
      {scripts.map((script) => (
        <li key={script.id}>
          <div>
            <strong>{script.title}</strong> <small className="muted">{t("scripts.version", { version: script.version })}</small>
            <div className="muted">{script.fits}</div>
          </div>
          <Button type="button" disabled={busy} aria-label={t("scripts.present_this", { title: script.title })} onKeyDown={arrows} onClick={() => present(script.id)}>
            {t("scripts.present")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
