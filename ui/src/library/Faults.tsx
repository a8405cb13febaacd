import type { Fault, Wording } from "../api/library";
import { useWords } from "../i18n/Words";
import type { Key } from "../i18n/en";

const PARTS: Record<string, Key> = {
  titles: "write.title", texts: "write.text", says: "write.says", do: "write.do", next: "write.next", when: "part.choices",
  allowed_tiers: "write.readers", cases: "write.cases", expires: "write.expires", steps: "part.steps",
};

/** What is to be mended, each with its place. Announced when it changes. */
export function Faults({ faults, wording }: { faults: Fault[]; wording: Wording }) {
  const { t, says, named } = useWords();
  const place = (path: string[]): string => {
    const step = path[0] === "steps" && path[1] !== undefined ? wording.steps[Number(path[1])] : undefined;
    const part = PARTS[path.filter((one) => PARTS[one] && one !== "steps").at(-1) ?? (step ? "" : path[0] ?? "")];
    const last = path.at(-1) ?? "";
    const language = path[0] !== "cases" && last.length === 2 && last !== "do" && last !== "to" ? named("language", last) : "";
    return [step ? t("way.step", { step: step.id }) : "", part ? t(part) : "", language].filter(Boolean).join(", ");
  };
  return (
    <div role="status">
      {faults.length === 0
        ? <p className="fine">{t("proof.nothing")}</p>
        : <ul className="faults">{faults.map(({ path, why }, n) => <li key={n}><b>{place(path)}</b> {says(why)}</li>)}</ul>}
    </div>
  );
}
