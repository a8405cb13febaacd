import { unanswered, type Topic } from "../api/unanswered";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { day } from "../i18n/times";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";

/** What callers asked that nobody has written an answer for. */
export function UnansweredPage() {
  const { t } = useWords();
  const { value, refused } = useLoaded(unanswered);
  useTitle(t("asked.title"));
  return (
    <div className="page">
      <h1>{t("asked.title")}</h1>
      {refused && <Problem why={refused} />}
      {!value && !refused && <p role="status">{t("app.loading")}</p>}
      {value && <p className="muted">{t("asked.about", { days: value.days })}</p>}
      {value?.topics.length === 0 && <p>{t("asked.none")}</p>}
      {value?.topics.map((topic) => <OneTopic key={topic.topic} topic={topic} />)}
    </div>
  );
}

function OneTopic({ topic: { topic, times, since, changed, questions } }: { topic: Topic }) {
  const { t, language } = useWords();
  const counted = t(times === 1 ? "asked.once" : "asked.times", { count: times });
  return (
    <Panel title={topic || t("asked.no_topic")} aside={<b>{counted}</b>}>
      {changed && since < times && <p className="muted">{t("asked.since", { count: since, day: day(changed, language) })}</p>}
      {questions.length === 0
        ? <p className="muted">{t("asked.no_words")}</p>
        : <ul>{questions.map((question, n) => <li key={n}>{question.words} <small className="muted">{day(question.on, language)}</small></li>)}</ul>}
    </Panel>
  );
}
