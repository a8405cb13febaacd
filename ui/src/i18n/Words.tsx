import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { AgencyWords } from "../api/duty";
import type { Sentence } from "../api/sentence";
import type { Language } from "../api/types";
import { en, type Dictionary, type Key } from "./en";
import { es } from "./es";
import { fill, type Values } from "./fill";
import { agencysWords, inWords } from "./sentences";

const DICTIONARIES: Record<Language, Dictionary> = { en, es };
const KEY = "tierline.language";

interface Words {
  language: Language;
  speak: (language: Language) => void;
  t: (key: Key, values?: Values) => string;
  /** A text chosen by a name that the server sent, or that name where we know no better word. */
  named: (group: string, name: string) => string;
  /** The agency's own words, in the reader's language where it wrote them, else in English or in whatever there is. */
  agencys: (words: AgencyWords) => string;
  /** What the center tells, as why it refuses something. */
  says: (sentence: Sentence) => string;
}

const Context = createContext<Words | null>(null);

function preferred(): Language {
  const chosen = localStorage.getItem(KEY) ?? navigator.language.slice(0, 2);
  return chosen === "es" ? "es" : "en";
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(preferred);
  useEffect(() => { document.documentElement.lang = language; }, [language]);
  const words = useMemo<Words>(() => {
    const dictionary = DICTIONARIES[language];
    return {
      language,
      speak: (chosen) => { localStorage.setItem(KEY, chosen); setLanguage(chosen); },
      t: (key, values) => fill(dictionary[key], values),
      named: (group, name) => (dictionary as Record<string, string>)[`${group}.${name}`] ?? name,
      agencys: (words) => agencysWords(words, language),
      says: (sentence) => inWords(sentence, language),
    };
  }, [language]);
  return <Context.Provider value={words}>{children}</Context.Provider>;
}

export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error("useWords is for components inside WordsProvider");
  return words;
}
