import { Link } from "react-router-dom";
import { useWords } from "../i18n/Words";
import { useTitle } from "../shell/useTitle";

export function NoSuchPage() {
  const { t } = useWords();
  useTitle(t("app.not_found"));
  return <div className="narrow"><h1>{t("app.not_found")}</h1><Link to="/">{t("app.home")}</Link></div>;
}
