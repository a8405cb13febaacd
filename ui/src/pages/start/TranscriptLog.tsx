import { useEffect, useRef } from "react";
import type { TranscriptLine } from "../../api/types";
import { useWords } from "../../i18n/Words";

/** What was said and keyed. The center sends the lines; what a caller keys in confidence is never among them. */
export function TranscriptLog({ lines }: { lines: TranscriptLine[] }) {
  const { t } = useWords();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => { if (end.current) end.current.scrollTop = end.current.scrollHeight; }, [lines.length]);
  return (
    <div className="transcript">
      <h3 id="transcript">{t("start.transcript")}</h3>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className="transcript__lines" role="log" aria-live="polite" aria-labelledby="transcript" tabIndex={0} ref={end}>
        {lines.length === 0 && <p className="muted">{t("start.transcript_empty")}</p>}
        {lines.map((line, n) => (
          <p key={n} className={`line line--${line.who}`}>
            <b>{t(line.who === "you" ? "start.you" : "start.said")}</b>
            {line.key === null ? <span lang={line.language}>{line.text}</span> : <span>{t("start.pressed", { key: line.key })}</span>}
          </p>
        ))}
      </div>
    </div>
  );
}
