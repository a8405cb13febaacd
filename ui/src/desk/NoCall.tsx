import { useWords } from "../i18n/Words";

export function NoCall({ ready }: { ready: boolean }) {
  const { t } = useWords();
  return (
    <section className="quiet" aria-labelledby="no-call">
      <h2 id="no-call">{t("desk.no_call")}</h2>
      <p>{t(ready ? "desk.no_call_ready" : "desk.no_call_not_ready")}</p>
    </section>
  );
}
