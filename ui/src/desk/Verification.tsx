import { Alert, Button, Label, TextInput } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { VerificationBadge } from "./VerificationBadge";
import { keyedBy } from "./keyed";

export function Verification({ call }: { call: CallView }) {
  const { t } = useWords();
  const [again, setAgain] = useState(false);
  const [matched, setMatched] = useState<boolean | null>(null);
  const open = call.verification === "none" || again;
  const done = (result: boolean) => { setMatched(result); setAgain(false); };
  return (
    <Panel title={t("verify.title")} aside={<VerificationBadge verification={call.verification} />}>
      <div role="status">
        {matched !== null && (
          <Alert type={matched ? "success" : "warning"} headingLevel="h3" slim>{t(matched ? "verify.matched" : "verify.not_matched")}</Alert>
        )}
      </div>
      {open
        ? <IdentityForm call={call} done={done} />
        : <Button type="button" outline onClick={() => setAgain(true)}>{t("verify.again")}</Button>}
    </Panel>
  );
}

function IdentityForm({ call, done }: { call: CallView; done: (matched: boolean) => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [receipt, setReceipt] = useState(() => keyedBy(call, "receipt"));
  const [name, setName] = useState("");
  const [born, setBorn] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const after = await act(() => center.verify(call.id, { receipt, name, date_of_birth: born }));
    if (after) done(after.verification !== "none");
  };
  return (
    <form className="fields" onSubmit={(event) => void submit(event)}>
      <div>
        <Label htmlFor="receipt" hint={<span className="usa-hint"> {t("verify.receipt_hint")}</span>}>{t("verify.receipt")}</Label>
        <TextInput id="receipt" name="receipt" type="text" required autoComplete="off" value={receipt} onChange={(e) => setReceipt(e.target.value)} />
      </div>
      <div>
        <Label htmlFor="caller-name">{t("verify.name")}</Label>
        <TextInput id="caller-name" name="name" type="text" required autoComplete="off" value={name} onChange={(e) => setName(e.target.value)} />
      </div>
      <div>
        <Label htmlFor="born" hint={<span className="usa-hint"> {t("verify.birth_hint")}</span>}>{t("verify.birth")}</Label>
        <TextInput
          id="born" name="date_of_birth" type="text" required autoComplete="off" inputMode="numeric" pattern="\d{4}-\d{2}-\d{2}"
          title={t("verify.birth_hint")} value={born} onChange={(e) => setBorn(e.target.value)}
        />
      </div>
      <Button type="submit" disabled={busy}>{t("verify.submit")}</Button>
      <Problem text={error} />
    </form>
  );
}
