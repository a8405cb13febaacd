import { createContext, useContext, type ReactNode } from "react";
import { center } from "../api/center";
import type { Center } from "../api/types";
import { useLoaded, type Loaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";

const Context = createContext<Loaded<Center> | null>(null);

export function AgencyProvider({ children }: { children: ReactNode }) {
  return <Context.Provider value={useLoaded(center.about)}>{children}</Context.Provider>;
}

export function useCenter(): Loaded<Center> {
  const loaded = useContext(Context);
  if (!loaded) throw new Error("useCenter is for components inside AgencyProvider");
  return loaded;
}

/** The agency's name in the language of the page. */
export function useAgency(): string {
  const { value } = useCenter();
  const { language } = useWords();
  return value?.name[language] ?? "Tierline";
}
