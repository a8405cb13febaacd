import type { Reviewed } from "../api/reviews";
import type { CallView, PresentedScript } from "../api/types";
import { useWords } from "../i18n/Words";
import { Gone } from "../shell/Gone";
import { Panel } from "../shell/Panel";
import { Amended } from "./Amended";
import { Findings } from "./Findings";
import { ReviewForm } from "./ReviewForm";
import { AboutTold } from "./ToldWords";
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
      <AboutTold told={told} />
      {told.text && <blockquote className="told__text" data-personal="words" lang={told.language}>{told.text}</blockquote>}
      {told.gone && !told.text && <p><Gone why={told.gone} /></p>}
      <Amended of={told.amended} />
      <UsedFacts facts={reviewed.facts} spoken={told.language} />
      {listen && (at === null
        ? call.recording && <p className="muted">{t("told.not_recorded")}</p>
        : <button type="button" className="usa-button usa-button--unstyled" aria-label={t("told.listen_to", { title })} onClick={() => listen(at)}>{t("told.listen")}</button>)}
      <Findings call={call} reviewed={reviewed} changed={changed} />
      {reviewed.may_review && <ReviewForm call={call} reviewed={reviewed} title={title} changed={changed} />}
    </article>
  );
}
