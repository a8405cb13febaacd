import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { center } from "../api/center";
import type { Me } from "../api/types";

interface Session {
  /** `undefined` until the center has said who it is. */
  me: Me | null | undefined;
  signIn: (user: string, password: string) => Promise<Me>;
  signOut: () => Promise<void>;
}

const Context = createContext<Session | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  useEffect(() => { center.whoAmI().then(setMe, () => setMe(null)); }, []);
  const session = useMemo<Session>(() => ({
    me,
    signIn: async (user, password) => {
      const signedIn = await center.signIn(user, password);
      setMe(signedIn);
      return signedIn;
    },
    signOut: async () => {
      await center.signOut();
      setMe(null);
    },
  }), [me]);
  return <Context.Provider value={session}>{children}</Context.Provider>;
}

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error("useSession is for components inside SessionProvider");
  return session;
}

export const homeOf = (me: Me): string => (me.role === "clerk" ? "/office" : "/desk");
