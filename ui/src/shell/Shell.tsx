import { NavLink, Outlet, useLocation, useNavigate } from "react-router-dom";
import type { Me } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import type { Key } from "../i18n/en";
import { AtTheDesk } from "../desk/AtTheDesk";
import { AtThePhone } from "../desk/AtThePhone";
import { useAgency } from "./Agency";
import { LanguageSwitch } from "./LanguageSwitch";
import { Mishap } from "./Mishap";
import { Problem } from "./Problem";
import { useSession } from "./SignedIn";
import { useKeptFocus } from "./useKeptFocus";

const PLACES: Record<Me["role"], [string, Key][]> = {
  csr: [["/desk", "app.desk"]],
  officer: [["/desk", "app.desk"]],
  supervisor: [["/desk", "app.desk"], ["/live", "app.live"], ["/floor", "app.floor"], ["/calls", "app.calls"], ["/flow", "app.flow"], ["/unanswered", "app.unanswered"]],
  lead: [["/floor", "app.floor"]],
  quality: [["/told", "app.told"]],
  workforce: [["/floor", "app.floor"]],
  clerk: [["/office", "app.office"]],
  author: [["/library", "app.library"], ["/unanswered", "app.unanswered"]],
  approver: [["/library", "app.library"], ["/unanswered", "app.unanswered"]],
};

/** The pages that are worked at: on them the phone rings, and on all others from then on. */
const AT_THE_PHONE = ["desk", "live"];

/** A lead is rung for nothing but a call that they listen to, where the agency lets them. */
const ringsOnTheFloor = (me: Me): boolean => me.role === "lead" && me.supervision.length > 0;

/** What every page has: the way past the header, whose center it is, where one can go, the language. */
export function Shell() {
  const { t } = useWords();
  const { me } = useSession();
  const { pathname } = useLocation();
  const here = pathname.split("/")[1] ?? "";
  useKeptFocus(pathname);
  const mayBeHere = me ? PLACES[me.role].some(([to]) => to === `/${here}`) : false;
  return (
    <>
      <a className="usa-skipnav" href="#main">{t("app.skip")}</a>
      <header className="top">
        <NavLink to="/" className="top__name" aria-label={`${useAgency()}, ${t("app.home")}`}>{useAgency()}</NavLink>
        {me && (
          <nav aria-label={t("app.main_menu")}>
            {PLACES[me.role].map(([to, key]) => <NavLink key={to} to={to}>{t(key)}</NavLink>)}
          </nav>
        )}
        <div className="top__end">
          {me && <WhoAmI me={me} />}
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <AtTheDesk user={me?.user ?? null} needed={mayBeHere && (AT_THE_PHONE.includes(here) || (me !== null && me !== undefined && ringsOnTheFloor(me)))}>
          {here !== "desk" && <AtThePhone />}
          <Mishap key={here}><Outlet /></Mishap>
        </AtTheDesk>
      </main>
    </>
  );
}

function WhoAmI({ me }: { me: Me }) {
  const { t, named } = useWords();
  const { signOut } = useSession();
  const { act, busy, error } = useAct();
  const go = useNavigate();
  const leave = async () => {
    await go("/"); // first: a page for staff would ask to sign in again
    await signOut();
  };
  return (
    <>
      <Problem why={error} />
      <span className="top__me">{t("app.signed_in_as", { name: me.name, role: named("role", me.role) })}</span>
      <button type="button" className="top__button" disabled={busy} onClick={() => void act(leave)}>{t("app.sign_out")}</button>
    </>
  );
}
