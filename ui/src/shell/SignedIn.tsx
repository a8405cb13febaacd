import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { center } from "../api/center";
import { Refused, onSignedOut } from "../api/http";
import type { Me } from "../api/types";
import { backOff } from "../phone/backOff";

interface Session {
  /** `undefined` until the center has said who it is. */
  me: Me | null | undefined;
  signIn: (user: string, password: string) => Promise<Me>;
  signOut: () => Promise<void>;
}

const Context = createContext<Session | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  useEffect(() => {
    onSignedOut(() => setMe(null));
    return askWho(setMe);
  }, []);
  const session = useMemo<Session>(() => ({
    me,
    signIn: async (user, password) => {
      const signedIn = await center.signIn(user, password);
      setMe(signedIn);
      return signedIn;
    },
    signOut: async () => {
      await center.signOut().catch((why: unknown) => { if (!isSignedOut(why)) throw why; });
      setMe(null);
    },
  }), [me]);
  return <Context.Provider value={session}>{children}</Context.Provider>;
}

const isSignedOut = (why: unknown): boolean => why instanceof Refused && why.status === 401;

/** Until the center says so: one that is away does not sign anybody out. */
function askWho(tell: (me: Me) => void): () => void {
  let timer: number | undefined;
  let failures = 0;
  let over = false;
  const ask = () => {
    center.whoAmI().then(
      (me) => { if (!over) tell(me); },
      (why: unknown) => { if (!over && !isSignedOut(why)) timer = window.setTimeout(ask, backOff(failures++)); },
    );
  };
  ask();
  return () => {
    over = true;
    window.clearTimeout(timer);
  };
}

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error("useSession is for components inside SessionProvider");
  return session;
}

const HOMES: Partial<Record<Me["role"], string>> = { lead: "/floor", quality: "/told", workforce: "/floor", clerk: "/office", author: "/library", approver: "/library" };

export const homeOf = (me: Me): string => HOMES[me.role] ?? "/desk";
