import { Alert } from "@trussworks/react-uswds";
import { Link } from "react-router-dom";
import type { Center, Role } from "../api/types";
import { useWords } from "../i18n/Words";
import { useAgency, useCenter } from "../shell/Agency";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { useTitle } from "../shell/useTitle";
import { BrowserPhone } from "./start/BrowserPhone";

const ROLES: Role[] = ["csr", "officer", "supervisor", "lead", "quality", "workforce", "clerk"];

export function StartPage() {
  const { t, language } = useWords();
  const { value: about, refused } = useCenter();
  useTitle(t("start.title"));
  return (
    <div className="page">
      <h1>{useAgency()}</h1>
      {refused && <Problem why={refused} />}
      {about?.disclaimer[language] && <Alert type="info" headingLevel="h2" slim>{about.disclaimer[language]}</Alert>}
      <div className="start">
        {about?.trial && <BrowserPhone />}
        <div className="start__side">
          {about && <FromATelephone about={about} />}
          <Panel title={t("start.staff_heading")}>
            <ul className="roles">{ROLES.map((role) => <RoleCard key={role} role={role} />)}</ul>
          </Panel>
        </div>
      </div>
    </div>
  );
}

function RoleCard({ role }: { role: Role }) {
  const { t, named } = useWords();
  return (
    <li>
      <Link to="/sign-in">{t("start.sign_in_as", { role: named("role", role) })}</Link>
      <span>{named("start", `staff_${role}`)}</span>
    </li>
  );
}

function FromATelephone({ about }: { about: Center }) {
  const { t, language } = useWords();
  return (
    <Panel title={t("start.telephone_heading")}>
      <dl className="facts">
        <div><dt>{t("start.number")}</dt><dd>{about.number}</dd></div>
        <div><dt>{t("start.sip")}</dt><dd className="wrap">{about.sip}</dd></div>
      </dl>
      <p>{t("start.always")}</p>
      <h3>{t("start.hours")}</h3>
      <ul className="plain">
        {about.tiers.map((tier) => (
          <li key={tier.id}>
            <strong>{tier.name[language]}</strong> <span className="tag">{t(tier.open ? "start.open" : "start.closed")}</span>
            {tier.hours.map((h) => <div key={h.days + h.from}>{h.days}, {h.from}–{h.to}</div>)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
