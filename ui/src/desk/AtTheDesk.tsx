/** The one screen at which the person works, and its phone: kept for as long as one of the pages that need them is open, so
 * that a call goes on between them. */
import { createContext, useContext, useEffect, type ReactNode } from "react";
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

export function AtTheDesk({ needed, children }: { needed: boolean; children: ReactNode }) {
  return needed ? <Seated>{children}</Seated> : children;
}

function Seated({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { desk, seat, takeOver, lose } = useSeat();
  if (seat.at === "here") return <AtWork desk={desk} lose={lose}>{children}</AtWork>;
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

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error("useDesk is for pages inside AtTheDesk");
  return desk;
}
