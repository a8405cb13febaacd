import type { CallView, PresentedScript } from "../api/types";
import { useWords } from "../i18n/Words";
import { timeOfDay } from "../i18n/times";
import { NextStep } from "./NextStep";

interface Props { call: CallView; chooseKind?: ((kind: string) => void) | undefined }

/** The wording to read out, large; below it what the caller was told before, by whom. */
export function PresentedScripts({ call, chooseKind }: Props) {
  const { t } = useWords();
  const latest = call.presented.at(-1);
  const earlier = call.presented.slice(0, -1);
  const offered = (presented: PresentedScript) => call.scripts.find((script) => script.id === presented.script);
  const next = latest && offered(latest)?.next;
  return (
    <>
      <div aria-live="polite">
        {latest && (
          <div className="read">
            <h3>{t("scripts.read")}</h3>
            <blockquote className="read__text" lang={latest.language}>{latest.text}</blockquote>
            <About presented={latest} title={offered(latest)?.title} />
          </div>
        )}
      </div>
      {next && chooseKind && call.role === "serving" && <NextStep next={next} kinds={call.request_kinds} chooseKind={chooseKind} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t("scripts.earlier")} ({earlier.length})</summary>
          {earlier.map((script, n) => (
            <div key={n} className="read__earlier">
              <p lang={script.language}>{script.text}</p><About presented={script} title={offered(script)?.title} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function About({ presented, title }: { presented: PresentedScript; title: string | undefined }) {
  const { t, named, language } = useWords();
  return (
    <p className="muted">
      {title ?? presented.script} · {t("scripts.version", { version: presented.version })} · {named("language", presented.language)} ·{" "}
      {t("scripts.by", { name: presented.by, time: timeOfDay(presented.at, language) })}
    </p>
  );
}
