import { Alert } from "@trussworks/react-uswds";
import { Component, type ReactNode } from "react";
import { useWords } from "../i18n/Words";

/** Catches a fault of our own in a page: words and a way on, instead of an empty window. */
export class Mishap extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Sorry /> : this.props.children;
  }
}

function Sorry() {
  const { t } = useWords();
  return (
    <div className="page" role="alert">
      <Alert type="error" headingLevel="h1" heading={t("app.mishap")}>
        <a href={window.location.pathname}>{t("app.reload")}</a>
      </Alert>
    </div>
  );
}
