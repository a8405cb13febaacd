import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { CallView, PresentedScript } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** Where a step of a guide leads: to the next step, another script, or what comes after it. */
export function GuideChoices({ call, at }: { call: CallView; at: PresentedScript }) {
  const { t, agencys } = useWords();
  const { act, busy, error } = useAct();
  const take = (to: string) => {
    if (isEnd(to)) return center.endGuide(call.id, at.id, at.step, to);
    return to.startsWith(OTHER) ? center.present(call.id, to.slice(OTHER.length)) : center.present(call.id, at.id, to);
  };
  return (
    <>
      <div role="group" aria-label={t("guide.answers")} className="guide">
        {at.choices.map((choice) => (
          <Button
            key={choice.to} type="button" outline={at.next !== choice.to} disabled={busy} aria-pressed={isEnd(choice.to) ? at.next === choice.to : undefined}
            onClick={() => void act(() => take(choice.to))}
          >
            {agencys(choice.when)}
          </Button>
        ))}
      </div>
      <Problem why={error} />
    </>
  );
}

const OTHER = "script:";

const isEnd = (to: string): boolean => ["resolve", "escalate", "supervisor"].includes(to) || to.startsWith("request:");
