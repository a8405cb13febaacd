import type { Pretended } from "../api/practice";
import { useWords } from "../i18n/Words";

/** What would have reached somebody else: noted, and not done. */
export function NotDone({ pretended }: { pretended: Pretended[] }) {
  const { t, named, agencys } = useWords();
  return (
    <div role="status">
      {pretended.length > 0 && (
        <>
          <p><strong>{t("practice.not_done")}</strong></p>
          <ul className="plain">
            {pretended.map((one, n) => (
              <li key={n}>{named("practice_act", one.act)}: {agencys(one.names)}{one.to && ` (${one.to})`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
