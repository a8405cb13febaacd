import { Label } from "@trussworks/react-uswds";
import type { ChangeEvent } from "react";
import { useNavigate } from "react-router-dom";
import { library } from "../api/library";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** A file of the agency's folder comes in as a draft. */
export function ImportFile() {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const go = useNavigate();
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const taken = await act(async () => library.takeFile(await file.text()));
    target.value = ""; // the same file may be chosen again once it is mended
    if (taken) await go(`/library/${taken.id}`);
  };
  return (
    <>
      <Label htmlFor="import-file" hint={<span className="usa-hint"> {t("library.import_hint")}</span>}>{t("library.import")}</Label>
      <input id="import-file" type="file" accept=".yaml,.yml" disabled={busy} onChange={(event) => void take(event)} />
      <Problem why={error} />
    </>
  );
}
