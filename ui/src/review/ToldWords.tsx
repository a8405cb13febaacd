import type { PresentedScript } from "../api/types";
import { useWords } from "../i18n/Words";
import { timeOfDay } from "../i18n/times";
import { Gone } from "../shell/Gone";

/** One thing the caller was told, to be read and no more. */
export function ToldWords({ told }: { told: PresentedScript }) {
  const { t, agencys } = useWords();
  return (
    <article className="told">
      <h3>{told.own_words ? t("own.presented") : agencys(told.titles)}</h3>
      <AboutTold told={told} />
      {told.text && <blockquote className="told__text" data-personal="words" lang={told.language}>{told.text}</blockquote>}
      {told.gone && !told.text && <p><Gone why={told.gone} /></p>}
    </article>
  );
}

/** In which version and language, by whom and when. */
export function AboutTold({ told }: { told: PresentedScript }) {
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
