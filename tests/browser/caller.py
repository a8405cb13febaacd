"""Somebody who calls from the start page."""

import re

from playwright.sync_api import expect

from tests.browser.person import Person


class Caller:
    def __init__(self, person: Person) -> None:
        self.person = person
        self._page = person.page
        self.transcript = self._page.get_by_role("log", name="Transcript of the call")

    def calls_the_center(self) -> None:
        self._page.goto("/")
        self._page.get_by_role("button", name="Call the center").click()
        expect(self._page.get_by_role("button", name="Key 1")).to_be_enabled()

    def is_told(self, words: str) -> None:
        expect(self.transcript).to_contain_text(words)

    def presses(self, keys: str) -> None:
        """On the computer's keyboard."""
        self._page.keyboard.type(keys)

    def asks_for_a_person(self, keys: str) -> None:
        """And has nothing against being recorded."""
        self.presses(keys)
        self.is_told("If you do not want to be recorded, press 3.")
        self.presses("1")

    def clicks(self, key: str) -> None:
        """On the screen's keypad."""
        self._page.get_by_role("button", name=re.compile(rf"^Key {re.escape(key)}( |$)")).click()

    def hangs_up(self) -> None:
        self._page.get_by_role("button", name="Hang up").click()

    def waits_for_the_callback(self) -> None:
        """The center has hung up on them."""
        expect(self._page.get_by_text("We will call you back here")).to_be_visible(timeout=30_000)

    def answers_the_callback(self) -> None:
        self._page.get_by_role("button", name="Answer").click()
