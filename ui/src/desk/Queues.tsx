import type { Queue } from "../api/types";
import { useWords } from "../i18n/Words";
import { clock } from "../i18n/times";
import { Panel } from "../shell/Panel";
import { Since } from "../shell/Since";

export function Queues({ queues }: { queues: Queue[] }) {
  const { t } = useWords();
  if (queues.length === 0) return <Panel title={t("queues.title")}><p>{t("queues.none")}</p></Panel>;
  return (
    <Panel title={t("queues.title")}>
      <table className="data">
        <thead>
          <tr><th scope="col">{t("queues.queue")}</th><th scope="col">{t("queues.waiting")}</th><th scope="col">{t("queues.longest")}</th><th scope="col">{t("queues.callbacks")}</th></tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr key={queue.tier}>
              <th scope="row">{queue.name}</th>
              <td>{queue.waiting}</td>
              <td>{queue.waiting > 0 ? clock(queue.longest_wait_seconds) : "–"}</td>
              <td>{queue.callbacks > 0 ? queue.callbacks : "–"}{queue.oldest_callback && <> (<Since at={queue.oldest_callback} />)</>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
