"""What every member of staff does first."""

from tests.browser.person import Person
from tests.telephony.center import RunningCenter


def sign_in(person: Person, center: RunningCenter, user: str, *, at: str) -> None:
    """`at` is the page they want, which asks them to sign in."""
    person.page.goto(at)
    person.page.get_by_label("User name").fill(user)
    person.page.get_by_label("Password").fill(center.sign_ins[user])
    person.page.get_by_role("button", name="Sign in").click()
    person.page.wait_for_url(f"**{at}")
