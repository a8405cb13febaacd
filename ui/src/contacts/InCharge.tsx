import type { Contact } from "../api/contacts";
import { useWords } from "../i18n/Words";
import { dayAndTime } from "../i18n/times";

/** The desk that is in charge now, and whether anybody is there. */
export function InCharge({ contact }: { contact: Contact }) {
  const { t, agencys, language } = useWords();
  return (
    <dl className="facts facts--wide">
      <div>
        <dt>{t("contact.in_charge")}</dt>
        <dd>{contact.name}{!contact.verified && <small>{t("contact.unverified")}</small>}{contact.note && <small>{contact.note}</small>}</dd>
      </div>
      <div>
        <dt>{t("contact.hours")}</dt>
        <dd>
          <span className={contact.is_open ? "tag tag--good" : "tag"}>{t(contact.is_open ? "contact.open" : "contact.closed")}</span>
          <small>{agencys(contact.hours)}</small>
          {contact.opens_at && <small>{t("contact.opens", { time: dayAndTime(contact.opens_at, language) })}</small>}
        </dd>
      </div>
      <div>
        <dt>{t("contact.then")}</dt>
        <dd>{contact.alternates.join(", ") || t("contact.no_alternate")}<small>{t("contact.within", { n: contact.minutes })}</small></dd>
      </div>
    </dl>
  );
}
