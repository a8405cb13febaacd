import { Label, Textarea, TextInput } from "@trussworks/react-uswds";
import type { AgencyWords } from "../api/duty";
import type { Fault } from "../api/library";
import { useWords } from "../i18n/Words";

interface Props {
  id: string; label: string; long?: boolean; languages: string[]; words: AgencyWords;
  set: (words: AgencyWords) => void; faults: Fault[]; at: string[];
}

/** The same words in each language of the agency, side by side where there is room; what is to be mended stands below its field. */
export function WordsField({ id, label, long = false, languages, words, set, faults, at }: Props) {
  const { t, named, says } = useWords();
  return (
    <div className="tongues">
      {languages.map((language) => {
        const name = `${id}-${language}`;
        const here = faults.filter(({ path }) => path.join("/") === [...at, language].join("/"));
        const shared = {
          id: name, name, lang: language, value: words[language] ?? "", spellCheck: true,
          "aria-describedby": here.length > 0 ? `${name}-mend` : undefined, "aria-invalid": here.length > 0,
        };
        const typed = (text: string) => set({ ...words, [language]: text });
        return (
          <div key={language}>
            <Label htmlFor={name}>{t("write.in_language", { what: label, language: named("language", language) })}</Label>
            {long
              ? <Textarea {...shared} rows={5} onChange={(e) => typed(e.target.value)} />
              : <TextInput {...shared} type="text" autoComplete="off" onChange={(e) => typed(e.target.value)} />}
            {here.length > 0 && <p id={`${name}-mend`} className="mend">{here.map(({ why }) => says(why)).join(" ")}</p>}
          </div>
        );
      })}
    </div>
  );
}
