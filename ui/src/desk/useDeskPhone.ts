import { useEffect, useState } from "react";
import { center } from "../api/center";
import { Phone } from "../phone/Phone";

/** The agent's phone, connected as long as the desk is open. */
export function useDeskPhone(): Phone | null {
  const [phone, setPhone] = useState<Phone | null>(null);
  useEffect(() => {
    const own = new Phone({ login: center.phone, register: true });
    setPhone(own);
    void own.start();
    return () => own.close();
  }, []);
  return phone;
}
