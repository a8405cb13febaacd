import { Alert } from "@trussworks/react-uswds";
import type { FullLine } from "../api/duty";
import { useWords } from "../i18n/Words";
import { Since } from "../shell/Since";

/** Lines that take nobody more. The region is there from the start, so that a screen reader says what comes into it. */
export function FullLines({ lines }: { lines: FullLine[] }) {
  const { t, named } = useWords();
  return (
    <div role="status">
      {lines.map((line) => (
        <Alert key={`${line.tier} ${line.language}`} type="warning" headingLevel="h2" slim>
          {t("floor.full", { tier: named("tier", line.tier), language: named("language", line.language) })} <Since at={line.since} />.{" "}
          {t("floor.turned_away", { n: line.turned_away })}
        </Alert>
      ))}
    </div>
  );
}
