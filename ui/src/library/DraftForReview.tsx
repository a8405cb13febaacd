import { Alert, Button, Label, Textarea } from "@trussworks/react-uswds";
import { useState } from "react";
import { library, type Draft, type LibraryScript, type Wording } from "../api/library";
import type { Me } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import type { Key } from "../i18n/en";
import { dayAndTime } from "../i18n/times";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { Differences } from "./Differences";
import { GuideShown } from "./GuideShown";
import { LookAgain } from "./LookAgain";
import { Previews } from "./Previews";
import { Readability } from "./Readability";
import { wayInWords } from "./ways";

interface Props { script: LibraryScript; draft: Draft; me: Me; change: (script: LibraryScript) => void }

/** Who reads it, of what, and what comes after it. */
function ForWhom({ wording: { next, allowed_tiers, topics, cases } }: { wording: Wording }) {
  const { t, named } = useWords();
  const inCases = Object.entries(cases).map(([field, values]) => `${field}: ${values.join(", ")}`).join("; ");
  const facts: [Key, string][] = [
    ["write.next", wayInWords(next, t)], ["write.readers", allowed_tiers.map((tier) => named("tier", tier)).join(", ")],
    ["write.topics", topics.join(", ")], ["write.cases", inCases],
  ];
  return (
    <dl className="facts facts--wide">
      {facts.map(([key, value]) => <div key={key}><dt>{t(key)}</dt><dd>{value || "–"}</dd></div>)}
    </dl>
  );
}

/** What lies with the approvers: what it says, in what it differs, and the two answers to it. Approved is exactly what is shown. */
export function DraftForReview({ script, draft, me, change }: Props) {
  const { t, language, says } = useWords();
  const { act, busy, error } = useAct();
  const [reason, setReason] = useState("");
  const { wording } = draft;
  const after = (asked: () => Promise<LibraryScript>) => void act(async () => change(await asked()));
  return (
    <>
      <div className="library">
        <Panel title={t("review.title")} aside={<span className="muted">{t("review.by", { names: draft.writers.join(", "), when: dayAndTime(draft.saved_at, language) })}</span>}>
          <Previews previews={draft.proof.previews} />
          {wording.steps.length > 0 && <GuideShown steps={wording.steps} languages={script.vocabulary.languages} />}
          <ForWhom wording={wording} />
          <p>{wording.effective_from ? t("library.from", { when: dayAndTime(wording.effective_from, language) }) : t("review.at_once")}{" "}
            {wording.expires && t("library.until", { when: dayAndTime(wording.expires, language) })}</p>
          {me.role === "approver" && (
            <>
              {draft.why_not && <Alert type="info" headingLevel="h3" slim>{says(draft.why_not)}</Alert>}
              {!draft.why_not && <div className="row"><Button type="button" disabled={busy} onClick={() => after(() => library.approve(script.id, draft.revision))}>{t("review.approve")}</Button></div>}
              <Label htmlFor="send-back">{t("review.reason")}</Label>
              <Textarea id="send-back" name="reason" maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
              <Button type="button" outline disabled={busy || !reason.trim()} onClick={() => after(() => library.sendBack(script.id, draft.revision, reason))}>{t("review.send_back")}</Button>
            </>
          )}
          <div className="row form-end"><Button type="button" unstyled disabled={busy} onClick={() => after(() => library.takeBack(script.id))}>{t("review.take_back")}</Button></div>
          <Problem why={error} />
          {error && <LookAgain />}
        </Panel>
        <div className="library__beside">
          <Panel title={draft.against ? t("compare.with", { version: draft.against }) : t("compare.all_new")}><Differences differences={draft.differences} /></Panel>
          <Panel title={t("reads.title")}><Readability measured={draft.proof.measured} /></Panel>
        </div>
      </div>
    </>
  );
}
