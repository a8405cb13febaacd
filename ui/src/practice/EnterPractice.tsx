import { Button } from "@trussworks/react-uswds";
import { practice } from "../api/practice";
import type { AgentView } from "../api/types";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";

/** The way into practice, for who is in no call. */
export function EnterPractice({ view }: { view: AgentView }) {
  const { t } = useWords();
  const { act, busy, error } = useAct();
  const free = view.state.name === "ready" || view.state.name === "not_ready";
  if (!view.may_practise || view.practising || !free || view.supervising) return null;
  return (
    <>
      <Button type="button" unstyled disabled={busy} onClick={() => void act(practice.goIn)}>{t("practice.enter")}</Button>
      <Problem why={error} />
    </>
  );
}
