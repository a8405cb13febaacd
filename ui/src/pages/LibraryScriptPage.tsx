import { Button } from "@trussworks/react-uswds";
import { useCallback, useEffect, useState } from "react";
import { Link, useParams } from "react-router-dom";
import { library, type LibraryScript } from "../api/library";
import type { Me } from "../api/types";
import { useAct } from "../api/useAct";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { Compare } from "../library/Compare";
import { DraftForReview } from "../library/DraftForReview";
import { Happened } from "../library/Happened";
import { Versions } from "../library/Versions";
import { WriteDraft } from "../library/WriteDraft";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";

/** One script: what is being written of it, its versions, and all that became of it. */
export function LibraryScriptPage({ me }: { me: Me }) {
  const { script: id = "" } = useParams();
  const { value, refused } = useLoaded(useCallback(() => library.one(id), [id]));
  const [changed, change] = useState<LibraryScript | null>(null);
  useEffect(() => change(null), [id, value]);
  const { t, agencys } = useWords();
  const script = changed ?? value;
  useTitle(script ? agencys(script.titles) || id : t("library.title"));
  return (
    <div className="page">
      <p><Link to="/library">{t("library.back")}</Link></p>
      {refused && <Problem why={refused} />}
      {!script && !refused && <p role="status">{t("app.loading")}</p>}
      {script && <Opened key={id} script={script} me={me} change={change} />}
    </div>
  );
}

interface Props { script: LibraryScript; me: Me; change: (script: LibraryScript) => void }

function Opened({ script, me, change }: Props) {
  const { t, agencys } = useWords();
  const { draft } = script;
  return (
    <>
      <h1>{agencys(script.titles)} <small className="muted">{script.id}</small></h1>
      {!draft && <Panel title={t("draft.title")}><BeginDraft script={script} change={change} /></Panel>}
      {draft?.submitted && <DraftForReview key={draft.revision} script={script} draft={draft} me={me} change={change} />}
      {draft && !draft.submitted && <WriteDraft script={script} draft={draft} change={change} />}
      {script.versions.length > 0 && <Panel title={t("version.title")}><Versions script={script} me={me} change={change} /></Panel>}
      {script.versions.length > 1 && <Panel title={t("compare.title")}><Compare script={script} /></Panel>}
      {script.happened.length > 0 && <Panel title={t("happened.title")}><Happened happened={script.happened} /></Panel>}
    </>
  );
}

function BeginDraft({ script, change }: Omit<Props, "me">) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const begin = async () => {
    const begun = await act(() => library.save(script.id, 0, script.wording));
    if (begun) change(begun);
  };
  return (
    <>
      <p>{t("draft.none")}</p>
      <Button type="button" disabled={busy} onClick={() => void begin()}>{t("draft.begin")}</Button>
      <Problem why={error} />
    </>
  );
}
