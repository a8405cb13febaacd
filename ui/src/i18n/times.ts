import type { Language } from "../api/types";

/** Seconds as a clock shows them: 0:07, 12:30, 1:02:09. Never negative. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export const secondsBetween = (from: string, to: number): number => (to - Date.parse(from)) / 1000;

export const LOCALES: Record<Language, string> = { en: "en-US", es: "es-US" };

export const timeOfDay = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { hour: "numeric", minute: "2-digit", second: "2-digit" }).format(new Date(iso));

/** As a clock on the wall says it, in the reader's own time: 2:02 PM. */
export const hourAndMinute = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { hour: "numeric", minute: "2-digit" }).format(new Date(iso));

/** A day, in the reader's own time; a bare date (2026-03-09) is that day wherever it is read. */
export const day = (iso: string, language: Language): string => {
  const zone = iso.length === 10 ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "medium", ...zone }).format(new Date(iso));
};

export const dayAndTime = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
