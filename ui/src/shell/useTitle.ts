import { useEffect } from "react";
import { useAgency } from "./Agency";

/** Names the page in the browser's title. */
export function useTitle(title: string): void {
  const agency = useAgency();
  useEffect(() => { document.title = `${title} · ${agency}`; }, [title, agency]);
}
