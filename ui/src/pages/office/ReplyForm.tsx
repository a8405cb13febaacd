import { Button, Fieldset, Label, Radio, Textarea } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { center } from "../../api/center";
import type { OfficeRequestDetail, ReplyStage } from "../../api/types";
import { useAct } from "../../api/useAct";
import { useWords } from "../../i18n/Words";
import { Problem } from "../../shell/Problem";

/** On the same request, however often; the final one is the answer. */
export function ReplyForm({ request, done }: { request: OfficeRequestDetail; done: () => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const stages: ReplyStage[] = request.replied ? ["follow_up", "final"] : ["initial", "follow_up", "final"];
  const [stage, setStage] = useState<ReplyStage>(stages[0] ?? "final");
  const [words, setWords] = useState("");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => center.replyToRequest(request.number, stage, words))) done();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Fieldset legend={t("office.stage")}>
        {stages.map((one) => (
          <Radio key={one} id={`stage-${one}`} name="stage" label={t(`office.stage_${one}`)} checked={stage === one} onChange={() => setStage(one)} />
        ))}
      </Fieldset>
      <Label htmlFor="reply-words">{t("office.words")}</Label>
      <Textarea id="reply-words" name="words" rows={4} required value={words} onChange={(e) => setWords(e.target.value)} />
      <p className="muted">{t("office.words_hint")}</p>
      <Button type="submit" disabled={busy}>{t(stage === "final" ? "office.answer" : "office.send_reply")}</Button>
      <Problem why={error} />
    </form>
  );
}
