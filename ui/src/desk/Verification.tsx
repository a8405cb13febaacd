import { Alert, Button } from "@trussworks/react-uswds";
import { useState } from "react";
import type { CallView } from "../api/types";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { IdentityForm } from "./IdentityForm";
import { IdentityUnit } from "./IdentityUnit";
import { VerificationBadge } from "./VerificationBadge";

/** What to ask the caller, what came of it, and what to do next. Nothing here follows from a case before the caller is verified. */
export function Verification({ call }: { call: CallView }) {
  const { t, agencys } = useWords();
  const [again, setAgain] = useState(false);
  const [matched, setMatched] = useState<boolean | null>(null);
  const { verifying } = call;
  const verified = call.verification !== "none";
  const open = !verified || again;
  const done = (result: boolean) => { setMatched(result); setAgain(false); };
  return (
    <Panel title={t("verify.title")} aside={<VerificationBadge call={call} />}>
      <div role="status">
        {matched !== null && (
          <Alert type={matched ? "success" : "warning"} headingLevel="h3" slim>
            {t(matched ? "verify.matched" : "verify.not_matched")}{!matched && verifying && verifying.left > 0 && ` ${t("verify.check")}`}
          </Alert>
        )}
        {verifying && open && (
          <p className="question__left">{t("verify.left", { left: verifying.left, attempts: verifying.attempts })}</p>
        )}
        {verifying && open && verifying.left === 0 && <p>{t("verify.used_up")} {agencys(verifying.used_up)}</p>}
      </div>
      {!verifying && <p>{t("verify.nothing")}</p>}
      {verifying && open && verifying.left > 0 && <IdentityForm call={call} verifying={verifying} done={done} />}
      {verifying && !open && <Button type="button" outline onClick={() => setAgain(true)}>{t("verify.again")}</Button>}
      {verifying?.unit && !verified && <IdentityUnit call={call} unit={verifying.unit} />}
    </Panel>
  );
}
