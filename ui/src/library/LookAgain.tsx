import { useWords } from "../i18n/Words";

/** After a refusal: somebody else has changed it. Whoever writes looks at it `elsewhere`, and loses no word. */
export function LookAgain({ elsewhere = false }: { elsewhere?: boolean }) {
  const { t } = useWords();
  return <p><a className="look-again" href={window.location.pathname} {...(elsewhere ? { target: "_blank", rel: "noreferrer" } : {})}>{t("library.look_again")}</a></p>;
}
