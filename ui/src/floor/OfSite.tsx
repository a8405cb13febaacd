import type { Me } from "../api/types";
import { useWords } from "../i18n/Words";

/** Whose floor it is that a lead or a planner looks at. */
export function OfSite({ me }: { me: Me }) {
  const { t, agencys } = useWords();
  const site = typeof me.site === "string" ? me.site : agencys(me.site);
  return <p>{me.vendor ? t("floor.of_vendor", { site, vendor: me.vendor }) : t("floor.of_site", { site })}</p>;
}
