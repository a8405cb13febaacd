import type { Reviewed } from "../api/reviews";
import type { CallView, PresentedScript } from "../api/types";
import { useWords } from "../i18n/Words";
import { timeOfDay } from "../i18n/times";
import { Gone } from "../shell/Gone";
import { Panel } from "../shell/Panel";
import { Findings } from "./Findings";
import { ReviewForm } from "./ReviewForm";
import { UsedFacts } from "./UsedFacts";

interface Props {
  call: CallView;
  changed: () => void;
  /** Goes to that second of the recording, where one can be heard. */
  listen?: (at: number) => void;
}

/** Everything the caller was told, for a supervisor: by whom, from which source, and what was found of it. */
export function WhatWasTold({ call, changed, listen }: Props) {
  const { t } = useWords();
  return (
    <Panel title={t("told.title")}>
      {call.presented.map((told) => told.reviewed && (
        <One key={told.reviewed.said} call={call} told={told} reviewed={told.reviewed} changed={changed} {...(listen && { listen })} />
      ))}
    </Panel>
  );
}

function One({ call, told, reviewed, changed, listen }: Props & { told: PresentedScript; reviewed: Reviewed }) {
  const { t, agencys } = useWords();
  const title = told.own_words ? t("own.presented") : agencys(told.titles);
  const at = reviewed.recorded_at;
  return (
    <article className="told">
      <h3>{title}</h3>
      <About told={told} />
      {told.text && <blockquote className="told__text" lang={told.language}>{told.text}</blockquote>}
      {told.gone && !told.text && <p><Gone why={told.gone} /></p>}
      <UsedFacts facts={reviewed.facts} spoken={told.language} />
      {listen && (at === null
        ? call.recording && <p className="muted">{t("told.not_recorded")}</p>
        : <button type="button" className="usa-button usa-button--unstyled" aria-label={t("told.listen_to", { title })} onClick={() => listen(at)}>{t("told.listen")}</button>)}
      <Findings call={call} reviewed={reviewed} changed={changed} />
      {reviewed.may_review && <ReviewForm call={call} reviewed={reviewed} title={title} changed={changed} />}
    </article>
  );
}

function About({ told }: { told: PresentedScript }) {
  const { t, named, language } = useWords();
  return (
    <p className="muted">
      {told.own_words ? t("told.own") : t("scripts.version", { version: told.version })} · {named("language", told.language)} ·{" "}
      {t("scripts.by", { name: told.by, time: timeOfDay(told.at, language) })}
      {!told.read && <> · {t("told.not_read")}</>}
      {told.standing !== "in_force" && <> · {t("scripts.not_in_force")}</>}
    </p>
  );
}
