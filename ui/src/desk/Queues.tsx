import type { Queue } from "../api/types";
import { useWords } from "../i18n/Words";
import { clock } from "../i18n/times";
import { Panel } from "../shell/Panel";
import { Since } from "../shell/Since";

export function Queues({ queues }: { queues: Queue[] }) {
  const { t, named } = useWords();
  if (queues.length === 0) return <Panel title={t("queues.title")}><p>{t("queues.none")}</p></Panel>;
  return (
    <Panel title={t("queues.title")}>
      {queues.map((queue) => (
        <section key={queue.tier} aria-label={named("queue", queue.tier)}>
          <h3>{named("queue", queue.tier)}</h3>
          <dl className="facts facts--narrow">
            <div><dt>{t("queues.waiting")}</dt><dd>{queue.waiting}</dd></div>
            <div><dt>{t("queues.longest")}</dt><dd>{queue.waiting > 0 ? clock(queue.longest_wait_seconds) : "–"}</dd></div>
            <div>
              <dt>{t("queues.callbacks")}</dt>
              <dd>{queue.callbacks > 0 ? queue.callbacks : "–"}{queue.oldest_callback && <small><Since at={queue.oldest_callback} /></small>}</dd>
            </div>
          </dl>
        </section>
      ))}
    </Panel>
  );
}
