import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import type { Unit } from "../api/verification";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** The way on for a caller who is not recognised: the same for all of them, so that it says nothing about any case. */
export function IdentityUnit({ call, unit }: { call: CallView; unit: Unit }) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const says = unit.offers[call.language];
  return (
    <div className="question">
      <h3>{t("verify.unit")}</h3>
      <p className="question__says" lang={says ? call.language : undefined}>{says ?? agencys(unit.offers)}</p>
      <Button type="button" outline disabled={busy} onClick={() => void act(() => center.handToUnit(call.id))}>
        {t("verify.to_unit", { unit: agencys(unit.names) })}
      </Button>
      <Problem why={error} />
    </div>
  );
}
