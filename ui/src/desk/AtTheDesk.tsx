/** The one screen at which the person works, and its phone: from the first page that needs them on, so that a call goes on
 * whatever page is opened. */
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from "react";
import type { SeatLost } from "../api/duty";
import type { AgentView } from "../api/types";
import { useFeed } from "../api/useFeed";
import { useWords } from "../i18n/Words";
import type { Phone, PhoneSnapshot } from "../phone/Phone";
import { usePhone } from "../phone/usePhone";
import { useTitle } from "../shell/useTitle";
import { InCallElsewhere, ScreenEnded } from "./NotThisScreen";
import { useComingAlong, useDeskPhone } from "./useDeskPhone";
import { useSeat } from "./useSeat";

export interface Desk { view: AgentView | null; connected: boolean; phone: Phone | null; line: PhoneSnapshot }

const Context = createContext<Desk | null>(null);

interface Place {
  /** The page is one on which the person works, and cannot do without. */
  needed: boolean;
  children: ReactNode;
}

/** Once somebody has sat down, on whatever page they look at meanwhile: leaving would hang up. */
export function AtTheDesk({ user, needed, children }: Place & { user: string | null }) {
  const [seated, setSeated] = useState<string | null>(null);
  if (needed && seated !== user) setSeated(user);
  const rise = useCallback(() => setSeated(null), []);
  if (user === null || seated !== user) return children;
  return <Seated key={user} needed={needed} rise={rise}>{children}</Seated>;
}

function Seated({ needed, rise, children }: Place & { rise: () => void }) {
  const { t } = useWords();
  const { desk, seat, takeOver, lose } = useSeat();
  const here = seat.at === "here";
  useEffect(() => { if (!here && !needed) rise(); }, [here, needed, rise]);
  if (here) return <AtWork desk={desk} lose={lose}>{children}</AtWork>;
  if (!needed) return children;
  return (
    <Titled>
      {seat.at === "lost" && <ScreenEnded lost={seat.lost} />}
      {seat.at === "in_call_elsewhere" && <InCallElsewhere takeOver={takeOver} />}
      {seat.at === "sitting_down" && <p role="status">{t("app.loading")}</p>}
    </Titled>
  );
}

function Titled({ children }: { children: ReactNode }) {
  useTitle(useWords().t("desk.title"));
  return children;
}

function AtWork({ desk, lose, children }: { desk: string; lose: (lost: SeatLost) => void; children: ReactNode }) {
  const { view: latest, connected } = useFeed<AgentView | SeatLost>(`/api/agent/feed?desk=${desk}`);
  const lost = latest && "lost" in latest ? latest : null;
  const view = latest && !("lost" in latest) ? latest : null;
  const phone = useDeskPhone(desk);
  const line = usePhone(phone);
  useEffect(() => { if (lost) lose(lost); }, [lost, lose]);
  useComingAlong(view?.moving ?? false, phone, line);
  return <Context.Provider value={{ view, connected, phone, line }}>{children}</Context.Provider>;
}

/** Null where nobody has sat down. */
export const useDeskIfAny = (): Desk | null => useContext(Context);

export function useDesk(): Desk {
  const desk = useDeskIfAny();
  if (!desk) throw new Error("useDesk is for pages inside AtTheDesk");
  return desk;
}
