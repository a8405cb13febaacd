import { Alert } from "@trussworks/react-uswds";
import { useEffect, useRef } from "react";
import type { CallView, PresentedScript } from "../api/types";
import { useWords } from "../i18n/Words";
import type { Key } from "../i18n/en";
import { timeOfDay } from "../i18n/times";
import { Amended } from "../review/Amended";
import { Gone } from "../shell/Gone";
import { Panel } from "../shell/Panel";
import { GuideChoices } from "./GuideChoices";
import { NextStep } from "./NextStep";

interface Props { call: CallView; chooseKind?: (kind: string) => void }

/** The wording to read out, large; below it what the caller was told before, by whom. */
export function PresentedScripts({ call, chooseKind }: Props) {
  const { t, agencys } = useWords();
  const latest = call.presented.at(-1);
  const wording = useRef<HTMLQuoteElement>(null);
  // It is chosen further down the page, and read out at once.
  useEffect(() => { void wording.current?.scrollIntoView({ block: "center" }); }, [latest?.at]);
  if (!latest) return null;
  const earlier = call.presented.slice(0, -1);
  return (
    <Panel title={t(headingOf(latest))} aside={<About presented={latest} />} className="read">
      <NotToBeRead presented={latest} />
      {latest.gone && !latest.text && <p><Gone why={latest.gone} /></p>}
      {latest.text && <blockquote ref={wording} className="read__text" data-personal="words" lang={latest.language} aria-live="polite">{latest.text}</blockquote>}
      <Amended of={latest.amended} />
      {Object.keys(latest.do).length > 0 && <p className="read__do"><strong>{t("guide.do")}:</strong> {agencys(latest.do)}</p>}
      {latest.choices.length > 0 && call.role === "serving" && <GuideChoices key={latest.at} call={call} at={latest} />}
      {latest.next && chooseKind && call.role === "serving" && <NextStep next={latest.next} kinds={call.request_kinds} chooseKind={chooseKind} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t("scripts.earlier")} ({earlier.length})</summary>
          {earlier.map((script, n) => (
            <div key={n} className="read__earlier">
              {script.text && <p data-personal="words" lang={script.language}>{script.text}</p>}
              {script.gone && !script.text && <p><Gone why={script.gone} /></p>}
              <Amended of={script.amended} /><About presented={script} />
            </div>
          ))}
        </details>
      )}
    </Panel>
  );
}

function headingOf({ own_words: ownWords, read }: PresentedScript): Key {
  if (ownWords) return "own.presented";
  return read ? "scripts.read" : "guide.do";
}

/** In the place of words that may not be read on: said at once, also to who reads them with their ears. */
function NotToBeRead({ presented }: { presented: PresentedScript }) {
  const { t } = useWords();
  return (
    <div role="alert">
      {presented.standing !== "in_force" && !presented.text && !presented.gone && (
        <Alert type="error" headingLevel="h3" slim>{t(presented.standing === "replaced" ? "scripts.replaced" : "scripts.withdrawn")}</Alert>
      )}
    </div>
  );
}

function About({ presented }: { presented: PresentedScript }) {
  const { t, named, language, agencys } = useWords();
  return (
    <small className="muted">
      {presented.own_words ? t("own.by") : <>{agencys(presented.titles)} · {t("scripts.version", { version: presented.version })}</>} · {named("language", presented.language)} ·{" "}
      {t("scripts.by", { name: presented.by, time: timeOfDay(presented.at, language) })}
      {presented.standing !== "in_force" && <> · {t("scripts.not_in_force")}</>}
    </small>
  );
}
