import { Alert } from "@trussworks/react-uswds";
import type { Crowd, FullLine } from "../api/duty";
import { useWords } from "../i18n/Words";
import { Since } from "../shell/Since";

/** More calls than the center carries, and lines that take nobody more. The region is there from the start, so that a screen reader says what comes into it. */
export function Overload({ lines, crowd }: { lines: FullLine[]; crowd: Crowd | null }) {
  const { t, named } = useWords();
  return (
    <div role="status">
      {crowd && (
        <Alert type="error" headingLevel="h2" slim>
          {t("floor.crowd")} <Since at={crowd.since} />. {t("floor.turned_away_at_the_door", { n: crowd.turned_away })}
        </Alert>
      )}
      {lines.map((line) => (
        <Alert key={`${line.tier} ${line.language}`} type="warning" headingLevel="h2" slim>
          {t("floor.full", { tier: named("tier", line.tier), language: named("language", line.language) })} <Since at={line.since} />.{" "}
          {t("floor.turned_away", { n: line.turned_away })}
        </Alert>
      ))}
    </div>
  );
}
