import { unanswered, type Topic } from "../api/unanswered";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";

/** What callers asked that nobody has written an answer for. */
export function UnansweredPage() {
  const { t } = useWords();
  const { value, refused } = useLoaded(unanswered);
  useTitle(t("unanswered.title"));
  return (
    <div className="page">
      <h1>{t("unanswered.title")}</h1>
      {refused && <Problem why={refused} />}
      {!value && !refused && <p role="status">{t("app.loading")}</p>}
      {value && <p className="muted">{t("unanswered.about", { days: value.days })}</p>}
      {value?.topics.length === 0 && <p>{t("unanswered.none")}</p>}
      {value?.topics.map((topic) => <OneTopic key={topic.topic} topic={topic} />)}
    </div>
  );
}

function OneTopic({ topic: { topic, times, questions } }: { topic: Topic }) {
  const { t } = useWords();
  const counted = t(times === 1 ? "unanswered.once" : "unanswered.times", { count: times });
  return (
    <Panel title={topic || t("unanswered.no_topic")} aside={<b>{counted}</b>}>
      {questions.length === 0
        ? <p className="muted">{t("unanswered.no_words")}</p>
        : <ul>{questions.map((question, n) => <li key={n}>{question.words} <small className="muted">{question.on}</small></li>)}</ul>}
    </Panel>
  );
}
