import type { RequestOfCase, SaidByOffice } from "../api/types";
import type { Key } from "../i18n/en";
import { useWords } from "../i18n/Words";
import { day } from "../i18n/times";
import { Gone } from "../shell/Gone";

const SAID: Record<SaidByOffice["stage"], Key> = {
  initial: "requests.initial", follow_up: "requests.follow_up", final: "requests.final", question: "requests.question",
};

/** What the office has said of a request, and what it asks; the words for those who may see them. */
export function RepliesOf({ request }: { request: RequestOfCase }) {
  const said = [...request.replies, ...(request.question ? [request.question] : [])];
  if (said.length === 0) return null;
  return <ul className="plain">{said.map((one, n) => <li key={n}><Said one={one} /></li>)}</ul>;
}

function Said({ one }: { one: SaidByOffice }) {
  const { t, language } = useWords();
  return (
    <>
      {t(SAID[one.stage], { date: day(one.at, language) })}
      {one.gone ? <> <Gone why={one.gone} /></> : one.words && <blockquote data-personal="words">{one.words}</blockquote>}
      {!one.shown && <p className="muted">{t("requests.not_shown")}</p>}
    </>
  );
}
