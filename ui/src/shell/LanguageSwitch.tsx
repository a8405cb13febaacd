import type { Language } from "../api/types";
import { useWords } from "../i18n/Words";

const OWN_NAMES: Record<Language, string> = { en: "English", es: "Español" };

export function LanguageSwitch() {
  const { language, speak, t } = useWords();
  return (
    <div className="languages" role="group" aria-label={t("app.language")}>
      {(Object.keys(OWN_NAMES) as Language[]).map((code) => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => speak(code)}>
          {OWN_NAMES[code]}
        </button>
      ))}
    </div>
  );
}
