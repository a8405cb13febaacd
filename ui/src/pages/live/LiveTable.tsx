import { Button } from "@trussworks/react-uswds";
import { memo } from "react";
import { Link } from "react-router-dom";
import type { LiveCall } from "../../api/types";
import { useWords } from "../../i18n/Words";
import { dayAndTime } from "../../i18n/times";
import { Since } from "../../shell/Since";

interface Props { calls: LiveCall[]; listen: ((id: string) => void) | null }

export function LiveTable({ calls, listen }: Props) {
  const { t } = useWords();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table may scroll sideways on a narrow screen
    <div className="scroll" role="region" aria-label={t("live.title")} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("live.state")}</th><th scope="col">{t("live.since")}</th><th scope="col">{t("live.with")}</th>
            <th scope="col">{t("live.tier")}</th><th scope="col">{t("live.language")}</th><th scope="col">{t("live.why")}</th>
            <th scope="col">{t("live.supervisors")}</th><th scope="col">{t("live.actions")}</th>
          </tr>
        </thead>
        <tbody>{calls.map((call) => <Line key={call.id} call={call} listen={listen} />)}</tbody>
      </table>
    </div>
  );
}

/** Drawn again only when the center told of this very call. */
const Line = memo(function Line({ call, listen }: { call: LiveCall; listen: Props["listen"] }) {
  const { t, named, says, language } = useWords();
  const who = call.agents.map((a) => a.name).join(", ");
  const opens = `${named("phase", call.phase)}: ${who ? t("floor.call_of", { name: who }) : t("calls.open", { time: dayAndTime(call.since, language) })}`;
  return (
    <tr>
      <th scope="row">
        <Link to={`/calls/${call.id}`} aria-label={opens}>{named("phase", call.phase)}</Link>
        {call.emergency && <> <span className="tag tag--danger">{t("live.emergency")}</span></>}
        {call.asked_for_supervisor && <> <span className="tag tag--alert">{t("live.asked")}</span></>}
        {call.held && <> <span className="tag">{t("live.held")}</span></>}
        {call.transfer_to && <> <span className="tag">{t("live.transfer", { tier: named("tier", call.transfer_to) })}</span></>}
      </th>
      <td><Since at={call.since} /></td>
      <td>{who || "–"}</td>
      <td>{call.tier ? named("tier", call.tier) : "–"}</td>
      <td>{call.language ? named("language", call.language) : "–"}</td>
      <td>{call.why ? says(call.why) : "–"}</td>
      <td>{call.supervisors.map((s) => s.name).join(", ") || "–"}</td>
      <td>
        {call.phase === "talking" && listen && (
          <Button type="button" unstyled aria-label={t("live.listen_to", { agent: who })} onClick={() => listen(call.id)}>{t("supervise.monitor")}</Button>
        )}
      </td>
    </tr>
  );
});
