import { Button } from "@trussworks/react-uswds";
import type { RequestKind } from "../api/types";
import { useWords } from "../i18n/Words";

interface Props { next: string; kinds: RequestKind[]; chooseKind: (kind: string) => void }

/** The agency's guidance after a script. It leads; the person serving decides. */
export function NextStep({ next, kinds, chooseKind }: Props) {
  const { t, named, agencys } = useWords();
  const [what, id = ""] = next.split(":");
  const kind = kinds.find((one) => one.id === id);
  const lead = () => {
    chooseKind(id);
    document.getElementById("request-kind")?.focus();
  };
  return (
    <p className="next">
      <strong>{t("next.title")}:</strong>{" "}
      {what === "request"
        ? <Button type="button" unstyled disabled={!kind} onClick={lead}>{t("next.request", { kind: kind ? agencys(kind.names) : id })}</Button>
        : named("next", next)}
    </p>
  );
}
