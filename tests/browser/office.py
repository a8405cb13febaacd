"""A clerk at the inbox of their office."""

from playwright.sync_api import expect

from tests.browser.person import Person
from tests.browser.signing_in import sign_in
from tests.telephony.center import RunningCenter


class Clerk:
    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page

    def signs_in(self, center: RunningCenter, user: str) -> None:
        sign_in(self.person, center, user, at="/office")
        expect(self.page.get_by_role("heading", name="Service Requests at")).to_be_visible()

    def opens(self, number: str) -> None:
        self.page.get_by_role("link", name=number).click()
        expect(self.page.get_by_role("heading", name=f"Service Request {number}")).to_be_visible()
