/** The keys of a telephone, in the rows of its pad. */
export const ROWS = [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["*", "0", "#"]] as const;

const LETTERS: Record<string, string> = {
  "2": "ABC", "3": "DEF", "4": "GHI", "5": "JKL", "6": "MNO", "7": "PQRS", "8": "TUV", "9": "WXYZ",
};

export const lettersOf = (key: string): string => LETTERS[key] ?? "";

export const isKey = (key: string): boolean => /^[0-9*#]$/.test(key);
