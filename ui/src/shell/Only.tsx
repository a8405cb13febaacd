import { Alert } from "@trussworks/react-uswds";
import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router-dom";
import type { Me, Role } from "../api/types";
import { useWords } from "../i18n/Words";
import { useSession } from "./SignedIn";

/** Shows a page to the roles that it is for. What a role may see is decided by the server; this only leads people right. */
export function Only({ roles, children }: { roles: Role[]; children: (me: Me) => ReactNode }) {
  const { me } = useSession();
  const { t } = useWords();
  const { pathname } = useLocation();
  if (me === undefined) return <p role="status">{t("app.loading")}</p>;
  if (me === null) return <Navigate to={`/sign-in?then=${encodeURIComponent(pathname)}`} replace />;
  if (!roles.includes(me.role)) {
    return <div className="page"><h1>{t("app.not_allowed_title")}</h1><Alert type="warning" headingLevel="h2" slim>{t("app.not_allowed")}</Alert></div>;
  }
  return children(me);
}
