import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../api/center";
import type { CallView, PresentedScript } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { NextStep } from "./NextStep";

interface Props { call: CallView; at: PresentedScript; chooseKind: (kind: string) => void }

/** Where a step of a guide leads: to the next step, another script, or what comes after it. */
export function GuideChoices({ call, at, chooseKind }: Props) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const [end, setEnd] = useState("");
  const take = (to: string) => {
    if (isEnd(to)) return setEnd(to);
    const other = to.startsWith("script:") ? to.slice("script:".length) : null;
    return void act(() => (other ? center.present(call.id, other) : center.present(call.id, at.id, to)));
  };
  return (
    <>
      <div role="group" aria-label={t("guide.answers")} className="guide">
        {at.choices.map((choice) => (
          <Button key={choice.to} type="button" outline disabled={busy} aria-pressed={isEnd(choice.to) ? end === choice.to : undefined} onClick={() => take(choice.to)}>
            {agencys(choice.when)}
          </Button>
        ))}
      </div>
      <Problem why={error} />
      <div role="status">{end && <NextStep next={end} kinds={call.request_kinds} chooseKind={chooseKind} />}</div>
    </>
  );
}

const isEnd = (to: string): boolean => ["resolve", "escalate", "supervisor"].includes(to) || to.startsWith("request:");
