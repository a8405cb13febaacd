import { useEffect, useRef } from "react";
import type { CallView, PresentedScript } from "../api/types";
import { useWords } from "../i18n/Words";
import { timeOfDay } from "../i18n/times";
import { Panel } from "../shell/Panel";
import { NextStep } from "./NextStep";

interface Props { call: CallView; chooseKind?: (kind: string) => void }

/** The wording to read out, large; below it what the caller was told before, by whom. */
export function PresentedScripts({ call, chooseKind }: Props) {
  const { t } = useWords();
  const latest = call.presented.at(-1);
  const wording = useRef<HTMLQuoteElement>(null);
  // It is chosen further down the page, and read out at once.
  useEffect(() => { void wording.current?.scrollIntoView({ block: "center" }); }, [latest?.at]);
  if (!latest) return null;
  const earlier = call.presented.slice(0, -1);
  const offered = (presented: PresentedScript) => call.scripts.find((script) => script.title === presented.script);
  const next = offered(latest)?.next;
  return (
    <Panel title={t("scripts.read")} aside={<About presented={latest} />} className="read">
      <blockquote ref={wording} className="read__text" lang={latest.language} aria-live="polite">{latest.text}</blockquote>
      {next && chooseKind && call.role === "serving" && <NextStep next={next} kinds={call.request_kinds} chooseKind={chooseKind} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t("scripts.earlier")} ({earlier.length})</summary>
          {earlier.map((script, n) => (
            <div key={n} className="read__earlier">
              <p lang={script.language}>{script.text}</p><About presented={script} />
            </div>
          ))}
        </details>
      )}
    </Panel>
  );
}

function About({ presented }: { presented: PresentedScript }) {
  const { t, named, language } = useWords();
  return (
    <small className="muted">
      {presented.script} · {t("scripts.version", { version: presented.version })} · {named("language", presented.language)} ·{" "}
      {t("scripts.by", { name: presented.by, time: timeOfDay(presented.at, language) })}
    </small>
  );
}
