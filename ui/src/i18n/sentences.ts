import type { AgencyWords } from "../api/duty";
import type { Sentence, Value } from "../api/sentence";
import type { Language } from "../api/types";
import { fill } from "./fill";
import spanish from "./sentences.es.json";

/** By the English template; a test holds them to every sentence that the center has. */
const TEMPLATES: Record<Language, Record<string, string>> = { en: {}, es: spanish };

/** A sentence of the center's in the reader's language; where we have no words for it there, in English, as it came. */
export function inWords({ template, values }: Sentence, language: Language): string {
  const ours = TEMPLATES[language][template];
  const into = ours === undefined ? "en" : language;
  const said = Object.entries(values).map(([name, value]): [string, string] => [name, valueInWords(value, into)]);
  return fill(ours ?? template, Object.fromEntries(said));
}

function valueInWords(value: Value, language: Language): string {
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, language)).join(", ");
  return isSentence(value) ? inWords(value, language) : agencysWords(value, language);
}

const isSentence = (value: AgencyWords | Sentence): value is Sentence => typeof value.values === "object";

/** In that language where the agency wrote it, else in English or in whatever there is. */
export const agencysWords = (words: AgencyWords, language: Language): string =>
  words[language] ?? words.en ?? Object.values(words)[0] ?? "";
