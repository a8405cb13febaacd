import { useEffect, useState } from "react";
import { center } from "../api/center";
import { Phone, type PhoneSnapshot } from "../phone/Phone";

/** The phone of the screen at which the person works, connected as long as they do. */
export function useDeskPhone(desk: string): Phone | null {
  const [phone, setPhone] = useState<Phone | null>(null);
  useEffect(() => {
    const own = new Phone(() => center.phone(desk));
    setPhone(own);
    void own.start();
    return () => {
      own.close();
      setPhone(null);
    };
  }, [desk]);
  return phone;
}

/** A call that comes along from another screen: the phone says that it is here, and answers by itself, as the person
 * has confirmed already. */
export function useComingAlong(moving: boolean, phone: Phone | null, line: PhoneSnapshot): void {
  const here = moving && line.registration === "registered";
  const rings = moving && line.line === "ringing";
  useEffect(() => { if (here) void center.phoneIsHere().catch(() => undefined); }, [here]);
  useEffect(() => { if (rings) phone?.answer(); }, [rings, phone]);
}
