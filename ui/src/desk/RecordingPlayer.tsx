import { Button, Label, Textarea } from "@trussworks/react-uswds";
import { useCallback, useEffect, useRef, useState, type FormEvent } from "react";
import { center } from "../api/center";
import type { CallRecording, CallView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { day } from "../i18n/times";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useSession } from "../shell/SignedIn";

/** Asked for by whoever looks at what was said then: in seconds, anew each time. */
export interface Moment { at: number }

/** Whether a legal hold keeps it, supervisors alone are told. */
type OfCall = Pick<CallView, "id" | "recording"> & Partial<Pick<CallView, "legal_hold">>;

/** The recording of a call that is over, for those who may hear it: first the reason, then the sound. */
export function RecordingPlayer({ call, released, moment }: { call: OfCall; released: () => void; moment: Moment | null }) {
  const { t } = useWords();
  const { me } = useSession();
  const recording = call.recording;
  if (!recording || (recording.seconds === null && !recording.deleted)) return null;
  return (
    <Panel title={t("recording.title")}>
      {recording.deleted ? <p>{t("recording.deleted")}</p> : <Kept call={call} recording={recording} moment={moment} />}
      {recording.kept_for_emergency && !recording.deleted && me?.role === "supervisor" && <Release id={call.id} released={released} />}
    </Panel>
  );
}

function Kept({ call, recording, moment }: { call: OfCall; recording: CallRecording; moment: Moment | null }) {
  const { t, language } = useWords();
  const { act, busy, error } = useAct();
  const [reason, setReason] = useState("");
  const [audio, setAudio] = useState<string | null>(null);
  const sound = useRef<HTMLAudioElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const goThere = useCallback(() => {
    if (moment && sound.current) sound.current.currentTime = moment.at;
    else if (moment) reasonField.current?.focus();
  }, [moment]);
  useEffect(() => {
    goThere();
    void sound.current?.play().catch(() => undefined); // who wants to hear it now has the key beside it
  }, [goThere]);
  const play = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await act(() => center.playRecording(call.id, reason));
    if (begun) setAudio(begun.audio);
  };
  return (
    <>
      <p>
        {t("recording.length", { minutes: String(Math.max(1, Math.round((recording.seconds ?? 0) / 60))) })}
        {recording.cut_short && <> {t("recording.cut_short")}</>}
        {recording.until && call.legal_hold === false && <> {t("recording.until", { time: day(recording.until, language) })}</>}
      </p>
      {audio
        // eslint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what was said: there is nothing to caption it with
        ? <audio ref={sound} onLoadedMetadata={goThere} className="recording__audio" controls autoPlay src={audio} aria-label={t("recording.title")} />
        : (
          <form onSubmit={(event) => void play(event)}>
            <Label htmlFor="play-reason" hint={<span className="usa-hint"> {t("recording.reason_hint")}</span>}>{t("recording.reason")}</Label>
            <Textarea id="play-reason" inputRef={reasonField} name="reason" required value={reason} onChange={(e) => setReason(e.target.value)} />
            <Button type="submit" disabled={busy}>{t("recording.play")}</Button>
          </form>
        )}
      <Problem why={error} />
    </>
  );
}

function Release({ id, released }: { id: string; released: () => void }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [reason, setReason] = useState("");
  const release = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => center.releaseRecording(id, reason))) released();
  };
  return (
    <form onSubmit={(event) => void release(event)}>
      <p>{t("recording.kept_for_emergency")}</p>
      <Label htmlFor="release-reason">{t("recording.release_reason")}</Label>
      <Textarea id="release-reason" name="release-reason" required value={reason} onChange={(e) => setReason(e.target.value)} />
      <Button type="submit" outline disabled={busy}>{t("recording.release")}</Button>
      <Problem why={error} />
    </form>
  );
}
