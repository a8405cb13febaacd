import type { TimelineEntry } from "../api/types";
import { useWords } from "../i18n/Words";
import { timeOfDay } from "../i18n/times";
import { Panel } from "../shell/Panel";

/** Everything that happened on the call, oldest first. People's own words are as they wrote them. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { t, named, says, language } = useWords();
  return (
    <Panel title={t("timeline.title")}>
      {entries.length === 0 && <p className="muted">{t("timeline.empty")}</p>}
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={entry.seq} className={`timeline__entry timeline__entry--${entry.kind}`}>
            <time dateTime={entry.at}>{timeOfDay(entry.at, language)}</time>
            <span className="timeline__kind">{named("kind", entry.kind)}</span>
            <span><b>{named("timeline", entry.who)}</b> {says(entry.sentence)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
