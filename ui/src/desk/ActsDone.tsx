import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { ActDone, ActState, CallView } from "../api/types";
import { useAct } from "../api/useAct";
import type { Key } from "../i18n/en";
import { hourAndMinute } from "../i18n/times";
import { useWords } from "../i18n/Words";
import { Gone } from "../shell/Gone";
import { Problem } from "../shell/Problem";

const TAGS: Record<ActState, string> = { confirmed: "tag tag--good", refused: "tag tag--alert", not_confirmed: "tag" };
const STATES: Record<ActState, Key> = { confirmed: "acts.confirmed", refused: "acts.refused", not_confirmed: "acts.not_confirmed" };

export function ActsDone({ call, done }: { call: CallView; done: ActDone[] }) {
  const { t, agencys, language } = useWords();
  const { act, busy, error } = useAct();
  const again = (one: ActDone) =>
    act(() => center.actInSystem(call.id, one.key, { system: one.system, action: one.action, note: one.note, by_hand: one.by_hand }));
  return (
    <div role="status">
      <ul className="plain">
        {done.map((one) => (
          <li key={one.key}>
            <strong>{agencys(one.names)}</strong> <span className={TAGS[one.state]}>{t(STATES[one.state])}</span>{" "}
            {one.number && t("acts.number", { number: one.number })}
            <small className="muted">
              {" "}{t(one.by_hand ? "acts.by_hand" : "acts.written", { system: agencys(one.system_names), name: one.by, time: hourAndMinute(one.at, language) })}
            </small>
            {one.note && <p className="wrap">{one.note}</p>}
            {one.gone && <p><Gone why={one.gone} /></p>}
            {(one.shown || !one.by_hand) && one.state === "not_confirmed" && call.role === "serving" && (
              <Button type="button" unstyled disabled={busy} onClick={() => void again(one)}>{t(one.by_hand ? "acts.look" : "acts.again")}</Button>
            )}
          </li>
        ))}
      </ul>
      <Problem why={error} />
    </div>
  );
}
