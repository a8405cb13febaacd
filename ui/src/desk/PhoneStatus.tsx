import { Alert, Checkbox } from "@trussworks/react-uswds";
import { useState } from "react";
import { useWords } from "../i18n/Words";
import type { PhoneSnapshot } from "../phone/Phone";
import { isPlain, setPlain } from "../phone/microphone";
import { useMicrophone } from "../phone/usePhone";
import { Panel } from "../shell/Panel";

const SIGNS = { registered: "●", connecting: "○", lost: "✕" };

export function PhoneStatus({ phone }: { phone: PhoneSnapshot }) {
  const { t } = useWords();
  const problem = useMicrophone();
  const [plain, choose] = useState(isPlain);
  return (
    <Panel title={t("phone.title")}>
      <p role="status" className={`phone-status phone-status--${phone.registration}`}>
        <span aria-hidden="true">{SIGNS[phone.registration]}</span> {t(`phone.${phone.registration}`)}
      </p>
      {problem && <Alert type="error" headingLevel="h3" slim>{t(`phone.microphone_${problem}`)}</Alert>}
      <Checkbox
        id="plain" name="plain" label={t("phone.plain")} checked={plain}
        onChange={(e) => { setPlain(e.target.checked); choose(e.target.checked); }}
      />
    </Panel>
  );
}
