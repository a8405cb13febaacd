import { Button } from "@trussworks/react-uswds";
import { center } from "../api/center";
import type { CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** Whether the conversation is recorded and why not; a pause, and what the caller says of it. */
export function RecordingControls({ call }: { call: CallView }) {
  const { t, named } = useWords();
  const { act, busy, error } = useAct();
  const status = call.recording?.status;
  if (!status) return null;
  const agreed = status !== "declined" && status !== "not_told";
  const paused = status === "paused" || status === "asking";
  return (
    <div className="recording">
      <p role="status" className="recording__status"><span className={`tag ${status === "on" ? "" : "tag--alert"}`}>{named("recording_status", status)}</span></p>
      {call.role === "serving" && (
        <div className="row">
          {agreed && (
            <Button type="button" outline disabled={busy} onClick={() => void act(() => center.pauseRecording(call.id, !paused))}>
              {t(paused ? "recording.resume" : "recording.pause")}
            </Button>
          )}
          <Button type="button" outline disabled={busy} onClick={() => void act(() => center.chooseRecording(call.id, !agreed))}>
            {t(agreed ? "recording.withdraw" : "recording.agree")}
          </Button>
        </div>
      )}
      <Problem why={error} />
    </div>
  );
}
