import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { center } from "../../api/center";
import type { Me, Office, OfficeRequestDetail } from "../../api/types";
import { useAct } from "../../api/useAct";
import { useWords } from "../../i18n/Words";
import { Problem } from "../../shell/Problem";
import { AskBack } from "./AskBack";
import { ReplyForm } from "./ReplyForm";
import { SendOn } from "./SendOn";

type Doing = "reply" | "ask" | "send" | null;
interface Props { request: OfficeRequestDetail; me: Me; offices: Office[]; done: () => void; moved: () => void }

/** What a clerk can do with a request: take it first, so that nobody else works on it meanwhile. */
export function WorkOnIt({ request, me, offices, done, moved }: Props) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const [doing, setDoing] = useState<Doing>(null);
  if (request.status === "answered") return null;
  const mine = request.taken_by?.user === me.user;
  const after = () => { setDoing(null); done(); };
  const open = (what: Doing) => setDoing(doing === what ? null : what);
  const choice = (what: Exclude<Doing, null>) => (
    <Button type="button" outline={doing !== what} aria-expanded={doing === what} onClick={() => open(what)}>{t(`office.${what}`)}</Button>
  );
  return (
    <section aria-label={t("office.work")} className="request-work">
      {request.taken_by && !mine && <p role="status">{t("office.taken_by", { name: request.taken_by.name })}</p>}
      <div className="row">
        {!request.taken_by && (
          <Button type="button" disabled={busy} onClick={() => void act(() => center.takeRequest(request.number)).then(after)}>{t("office.take")}</Button>
        )}
        {mine && choice("reply")}
        {mine && request.status === "open" && choice("ask")}
        {(mine || !request.taken_by) && choice("send")}
        {mine && (
          <Button type="button" unstyled disabled={busy} onClick={() => void act(() => center.putRequestBack(request.number)).then(after)}>{t("office.put_back")}</Button>
        )}
      </div>
      <Problem why={error} />
      {doing === "reply" && mine && <ReplyForm request={request} done={after} />}
      {doing === "ask" && mine && <AskBack number={request.number} done={after} />}
      {doing === "send" && <SendOn number={request.number} offices={offices} moved={moved} />}
    </section>
  );
}
