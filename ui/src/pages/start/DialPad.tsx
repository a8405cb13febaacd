import { useEffect } from "react";
import { useWords } from "../../i18n/Words";
import { ROWS, isKey, lettersOf } from "../../phone/keys";

/** The keys of the phone, also by the computer's keyboard, except while something is being typed. */
export function DialPad({ live, press }: { live: boolean; press: (key: string) => void }) {
  const { t } = useWords();
  useEffect(() => {
    if (!live) return;
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && isKey(event.key)) press(event.key);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [live, press]);
  return (
    <div>
      <div className="pad" role="group" aria-label={t("start.keypad")}>
        {ROWS.flat().map((key) => (
          <button key={key} type="button" disabled={!live} aria-label={t("start.key", { key: `${key} ${lettersOf(key)}`.trim() })} onClick={() => press(key)}>
            {key} <small>{lettersOf(key)}</small>
          </button>
        ))}
      </div>
      <p className="muted">{t("start.keypad_hint")}</p>
    </div>
  );
}
