import { Button, Label, TextInput } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { library, type LibraryScript, type Version } from "../api/library";
import type { Me } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { Problem } from "../shell/Problem";

interface Props { script: LibraryScript; me: Me; change: (script: LibraryScript) => void }

/** Every version that was approved, and what may be done with it. */
export function Versions({ script, me, change }: Props) {
  const { t, language } = useWords();
  const { act, busy, error } = useAct();
  const [leaving, leave] = useState<number | null>(null);
  const again = (version: number) => void act(async () => change(await library.again(script.id, version)));
  const mayWithdraw = ({ standing }: Version) => me.role === "approver" && (standing === "in_force" || standing === "scheduled");
  return (
    <>
      <div className="scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("version.version")}</th><th scope="col">{t("library.standing")}</th><th scope="col">{t("version.who")}</th>
              <th scope="col">{t("version.when")}</th><th scope="col">{t("version.ways")}</th>
            </tr>
          </thead>
          <tbody>
            {script.versions.map((one) => (
              <tr key={one.version}>
                <th scope="row">{one.version}</th>
                <td><span className={`tag ${one.standing === "in_force" ? "tag--good" : "tag--alert"}`}>{t(`version.${one.standing}`)}</span>{one.of_files && <div className="muted">{t("version.of_files")}</div>}{one.verified + one.corrected > 0 && <div>{t("version.reviewed", { verified: one.verified, corrected: one.corrected })}</div>}</td>
                <td>{t("version.by", { author: one.author, approver: one.approver })}</td>
                <td>{t("library.from", { when: dayAndTime(one.effective_from, language) })}{one.expires && <div>{t("library.until", { when: dayAndTime(one.expires, language) })}</div>}</td>
                <td>
                  <div className="row">
                    <a href={library.fileOf(script.id, one.version)} download aria-label={t("version.file_of", { version: one.version })}>{t("version.file")}</a>
                    {!script.draft && <Button type="button" unstyled disabled={busy} aria-label={t("version.again_of", { version: one.version })} onClick={() => again(one.version)}>{t("version.again")}</Button>}
                    {mayWithdraw(one) && <Button type="button" unstyled disabled={busy} aria-label={t("version.withdraw_of", { version: one.version })} onClick={() => leave(one.version)}>{t("version.withdraw")}</Button>}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Problem why={error} />
      {leaving !== null && <Withdraw script={script.id} version={leaving} close={() => leave(null)} change={change} />}
    </>
  );
}

interface Leaving { script: string; version: number; close: () => void; change: (script: LibraryScript) => void }

function Withdraw({ script, version, close, change }: Leaving) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [reason, setReason] = useState("");
  const withdraw = async (event: FormEvent) => {
    event.preventDefault();
    const gone = await act(() => library.withdraw(script, version, reason));
    if (!gone) return;
    change(gone);
    close();
  };
  return (
    <form className="withdraw" onSubmit={(event) => void withdraw(event)}>
      <h3>{t("version.withdraw_of", { version })}</h3>
      <p>{t("version.withdraw_about")}</p>
      <Label htmlFor="withdraw-reason">{t("version.reason")}</Label>
      <TextInput id="withdraw-reason" name="reason" type="text" required maxLength={500} autoComplete="off" value={reason} onChange={(e) => setReason(e.target.value)} />
      <div className="row form-end">
        <Button type="submit" disabled={busy}>{t("version.withdraw_now")}</Button>
        <Button type="button" unstyled onClick={close}>{t("version.keep")}</Button>
      </div>
      <Problem why={error} />
    </form>
  );
}
