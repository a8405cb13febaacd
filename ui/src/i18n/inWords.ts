/** The agency's own words in the reader's language, or else in the first that it wrote them in. */
export const inWords = (words: Record<string, string>, language: string): string => words[language] ?? Object.values(words)[0] ?? "";
