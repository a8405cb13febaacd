import { Alert, Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { library, type Draft, type LibraryScript, type Wording } from "../api/library";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { Differences } from "./Differences";
import { Faults } from "./Faults";
import { LookAgain } from "./LookAgain";
import { Readability } from "./Readability";
import { Previews } from "./Previews";
import { useProof } from "./useProof";
import { useUnsaved } from "./useUnsaved";
import { WordingForm } from "./WordingForm";

interface Props { script: LibraryScript; draft: Draft; change: (script: LibraryScript) => void }

/** The author's page: what is written on the left, and beside it how it reads and what is to be mended. */
export function WriteDraft({ script, draft, change }: Props) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [wording, setWording] = useState<Wording>(draft.wording);
  const proof = useProof(wording, draft);
  const written = wording !== draft.wording;
  useUnsaved(written);
  const keep = async (): Promise<number> => {
    if (!written) return draft.revision;
    const saved = await library.save(script.id, draft.revision, wording);
    change(saved);
    // What was typed meanwhile stays, and is not saved yet.
    if (saved.draft) setWording((now) => (now === wording ? saved.draft?.wording ?? now : now));
    return saved.draft?.revision ?? draft.revision;
  };
  const save = () => act(keep);
  const submit = () => act(async () => change(await library.submit(script.id, await keep())));
  const giveUp = () => act(async () => {
    await library.giveUp(script.id, draft.revision);
    change(await library.one(script.id));
  });
  return (
    <>
      {draft.sent_back && <Alert type="warning" headingLevel="h2" slim>{t("draft.sent_back_because", { reason: draft.sent_back })}</Alert>}
      <div className="library">
        <Panel title={t("draft.title")} aside={<span className="muted">{draft.writers.join(", ")}</span>}>
          <WordingForm wording={wording} set={setWording} vocabulary={script.vocabulary} faults={proof.faults} self={script.id} />
          <div className="row form-end">
            <Button type="button" disabled={busy || !written} onClick={() => void save()}>{t("draft.save")}</Button>
            <Button type="button" disabled={busy || proof.faults.length > 0} onClick={() => void submit()}>{t("draft.submit")}</Button>
            <Button type="button" unstyled disabled={busy} onClick={() => void giveUp()}>{t("draft.give_up")}</Button>
          </div>
          <div role="status" className="muted">{written ? t("draft.not_saved") : t("draft.saved")}</div>
          <Problem why={error} />
          {error && <LookAgain elsewhere />}
        </Panel>
        <div className="library__beside">
          <Panel title={t("proof.title")}><Faults faults={proof.faults} wording={wording} /></Panel>
          <Panel title={t("reads.title")}><Readability measured={proof.measured} /></Panel>
          <Panel title={t("preview.title")}><Previews previews={proof.previews} /></Panel>
        </div>
      </div>
      {!written && draft.against > 0 && (
        <Panel title={t("compare.with", { version: draft.against })}><Differences differences={draft.differences} /></Panel>
      )}
    </>
  );
}
