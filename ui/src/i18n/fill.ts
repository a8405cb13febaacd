export type Values = Record<string, string | number>;

/** Puts the values into the `{…}` of a text; an unknown name stays visible rather than vanish. */
export const fill = (text: string, values: Values = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
