import { Button, Label, TextInput } from "@trussworks/react-uswds";
import { useState, type FormEvent } from "react";
import { useNavigate, useSearchParams } from "react-router-dom";
import { useAct } from "../api/useAct";
import { useWords } from "../i18n/Words";
import { Problem } from "../shell/Problem";
import { homeOf, useSession } from "../shell/SignedIn";
import { useTitle } from "../shell/useTitle";

export function SignInPage() {
  const { t } = useWords();
  const { signIn } = useSession();
  const { act, busy, error } = useAct();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [query] = useSearchParams();
  const go = useNavigate();
  useTitle(t("sign_in.title"));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const me = await act(() => signIn(user, password));
    if (me) await go(wanted(query.get("then")) ?? homeOf(me), { replace: true });
  };

  return (
    <div className="narrow">
      <h1>{t("sign_in.title")}</h1>
      <p>{t("sign_in.hint")}</p>
      <Problem why={error} />
      <form onSubmit={(event) => void submit(event)}>
        <Label htmlFor="user">{t("sign_in.user")}</Label>
        <TextInput id="user" name="user" type="text" autoComplete="username" required value={user} onChange={(e) => setUser(e.target.value)} />
        <Label htmlFor="password">{t("sign_in.password")}</Label>
        <TextInput
          id="password" name="password" type="password" autoComplete="current-password" required
          value={password} onChange={(e) => setPassword(e.target.value)}
        />
        <Button type="submit" disabled={busy}>{t("sign_in.submit")}</Button>
      </form>
    </div>
  );
}

/** Only a place of our own: the address comes from outside. */
const wanted = (then: string | null): string | null => (then && /^\/[a-z]/.test(then) ? then : null);
