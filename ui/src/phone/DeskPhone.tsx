/** The phone of whoever serves or supervises: connected for as long as one of the pages that need it is open, and kept between them. */
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { center } from "../api/center";
import { Phone } from "./Phone";

const Context = createContext<Phone | null>(null);

export function DeskPhoneProvider({ needed, children }: { needed: boolean; children: ReactNode }) {
  const [phone, setPhone] = useState<Phone | null>(null);
  useEffect(() => {
    if (!needed) return;
    const own = new Phone({ login: center.phone, register: true });
    setPhone(own);
    void own.start();
    return () => {
      own.close();
      setPhone(null);
    };
  }, [needed]);
  return <Context.Provider value={phone}>{children}</Context.Provider>;
}

export const useDeskPhone = (): Phone | null => useContext(Context);
