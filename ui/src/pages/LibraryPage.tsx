import { Label, TextInput } from "@trussworks/react-uswds";
import { useState } from "react";
import { Link } from "react-router-dom";
import { library, type ListedScript } from "../api/library";
import { useLoaded } from "../api/useLoaded";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";
import { ImportFile } from "../library/ImportFile";
import { NewScript } from "../library/NewScript";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";

/** All scripts: what is in force, what comes, and what is being written. What waits for an approver is first. */
export function LibraryPage() {
  const { t } = useWords();
  const { value, refused } = useLoaded(library.all);
  useTitle(t("library.title"));
  return (
    <div className="page">
      <h1>{t("library.title")}</h1>
      {refused && <Problem why={refused} />}
      {!value && !refused && <p role="status">{t("app.loading")}</p>}
      <div className="library__ways">
        <Panel title={t("library.new")}><NewScript /></Panel>
        <Panel title={t("library.files")}>
          <ImportFile />
          <p><a href={library.files} download>{t("library.export_all")}</a></p>
        </Panel>
      </div>
      {value && <ScriptsTable scripts={value.scripts} />}
    </div>
  );
}

function ScriptsTable({ scripts: all }: { scripts: ListedScript[] }) {
  const { t, agencys } = useWords();
  const [typed, setTyped] = useState("");
  const scripts = all.filter((script) => plain([script.id, ...Object.values(script.titles), ...script.writers].join(" ")).includes(plain(typed)));
  return (
    <section aria-label={t("library.all")}>
      <Label htmlFor="find">{t("library.find")}</Label>
      <TextInput id="find" name="find" type="search" autoComplete="off" value={typed} onChange={(e) => setTyped(e.target.value)} />
      <p role="status" className="muted">{t("library.count", { count: scripts.length })}</p>
      <div className="scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("library.script")}</th><th scope="col">{t("library.standing")}</th>
              <th scope="col">{t("library.draft")}</th><th scope="col">{t("library.languages")}</th>
            </tr>
          </thead>
          <tbody>
            {scripts.map((script) => (
              <tr key={script.id}>
                <th scope="row"><Link to={`/library/${script.id}`}>{agencys(script.titles) || script.id}</Link><br /><small className="muted">{script.id}</small></th>
                <td><Standing script={script} /></td>
                <td><DraftOf script={script} /></td>
                <td><Languages codes={script.languages} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Without accents and capitals, as one types. */
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function Languages({ codes }: { codes: string[] }) {
  const { named } = useWords();
  return <>{codes.map((code) => named("language", code)).join(", ")}</>;
}

function Standing({ script: { standing, version, scheduled, expires, mend } }: { script: ListedScript }) {
  const { t, language } = useWords();
  if (!standing) return <span className="muted">{t("library.never")}</span>;
  return (
    <>
      <span className={`tag ${standing === "in_force" ? "tag--good" : "tag--alert"}`}>{t(`version.${standing}`)}</span>
      {version > 0 && <> {t("scripts.version", { version })}</>}
      {mend > 0 && <div><span className="tag tag--alert">{t("library.mend", { count: mend })}</span></div>}
      {scheduled && <div className="muted">{t("library.from", { when: dayAndTime(scheduled, language) })}</div>}
      {expires && <div className="muted">{t("library.until", { when: dayAndTime(expires, language) })}</div>}
    </>
  );
}

function DraftOf({ script: { draft, writers } }: { script: ListedScript }) {
  const { t } = useWords();
  if (!draft) return null;
  return <><span className={`tag ${draft === "submitted" ? "tag--alert" : ""}`}>{t(`draft.${draft}`)}</span> <span className="muted">{writers.join(", ")}</span></>;
}
