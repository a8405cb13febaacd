"""Somebody who serves callers at the desk: a CSR, an officer or a supervisor."""

from playwright.sync_api import Locator, expect

from tests.browser.person import Person
from tests.browser.signing_in import sign_in
from tests.telephony.center import RunningCenter


class Agent:
    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page

    def signs_in(self, center: RunningCenter, user: str) -> None:
        sign_in(self.person, center, user, at="/desk")
        expect(self.page.get_by_text("Phone connected")).to_be_visible()

    def is_ready(self) -> None:
        self.button("Ready").click()
        expect(self.page.get_by_text("The next call will ring here.")).to_be_visible()

    def is_presented_a_call(self) -> None:
        expect(self.button("Answer")).to_be_visible()

    def answers(self) -> None:
        self.button("Answer").click()
        expect(self.button("Mute")).to_be_visible()

    def verifies(self, receipt: str, name: str, born: str) -> None:
        panel = self.panel("Verification")
        panel.get_by_label("Receipt number").fill(receipt)
        panel.get_by_label("Full name").fill(name)
        panel.get_by_label("Date of birth").fill(born)
        panel.get_by_role("button", name="Verify").click()
        expect(panel).to_contain_text("Verified. The facts that you may see are shown below.")

    def presents(self, title: str) -> None:
        self.button(f"Present {title}").click()
        expect(self.panel("Read to the caller")).to_be_visible()

    def asks(self, to: str, why: str, reason: str) -> None:
        """Another tier to take over."""
        panel = self.panel("Transfer")
        panel.get_by_text(why, exact=True).click()
        panel.get_by_label("Reason, for the next person").fill(reason)
        panel.get_by_role("button", name=f"Transfer to {to}").click()

    def asks_for(self, colleague: str, reason: str) -> None:
        """One colleague to take over."""
        panel = self.panel("Transfer")
        panel.get_by_label("Reason, for the next person").fill(reason)
        choice = panel.get_by_label("To", exact=True)
        choice.focus()
        choice.select_option(label=f"{colleague} (Officer, ready)")
        panel.get_by_role("button", name=f"Transfer to {colleague}").click()

    def completes_the_transfer(self) -> None:
        self.button("Complete transfer").click()
        expect(self.page.get_by_role("heading", name="Wrap-up")).to_be_visible()

    def begins_a_request(self, kind: str) -> None:
        self.panel("Service Request").get_by_label("Kind of request").select_option(kind)

    def creates_the_request(self, *, chosen: dict[str, str], written: dict[str, str]) -> str:
        """Its confirmation number. Facts by their labels."""
        form = self.panel("Service Request")
        for label, choice in chosen.items():
            form.get_by_label(label).select_option(choice)
        for label, value in written.items():
            form.get_by_label(label).fill(value)
        form.get_by_role("button", name="Create Service Request").click()
        number = self.page.get_by_text("Confirmation number").locator("xpath=following-sibling::p[1]")
        return number.inner_text()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def panel(self, title: str) -> Locator:
        return self.page.get_by_role("region", name=title, exact=True)
