"""A supervisor in a browser, at a call that Tier 1 serves, who turns to offices."""

from typing import Any

import httpx
from msgspec.structs import replace

from tests.journeys.test_privacy_accounting import told_the_status
from tests.journeys.web import Web
from tests.journeys.world import World
from tierline.calls.messages import OutboxMessage

WISH = {
    "office": "newark",
    "subject": "urgent",
    "wanted": "immediate_action",
    "reason": "Her oath ceremony is tomorrow.",
}
URGENT, DEPUTY, DUTY = (f"{who}@sample.invalid" for who in ("newark-urgent", "newark-deputy", "duty"))


class Supervisor:
    def __init__(self, world: World) -> None:
        self.world, self.web = world, Web(world)
        self.caller, self.csr = told_the_status(world)
        self.browser = self.web.signed_in("selma")
        self.at = f"/api/calls/{self.caller.call_id}/contacts"

    def looks(self, office: str = "") -> dict[str, Any]:
        seen: dict[str, Any] = self.browser.get(f"{self.at}?office={office}").json()
        return seen

    def writes(self, key: str = "one", **wish: str) -> httpx.Response:
        return self.browser.post(f"{self.at}/messages", {**WISH, **wish}, Idempotency_Key=key)

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked last."""
        asked: dict[str, Any] = self.looks()["asked"][-1]
        return asked

    def notes_that_it_was_seen(self) -> httpx.Response:
        return self.browser.post(f"{self.at}/{self.asked['id']}/acknowledgement", {})

    def notes_the_answer(self, words: str) -> httpx.Response:
        return self.browser.post(f"{self.at}/{self.asked['id']}/answer", {"words": words})

    @property
    def written_to(self) -> list[str]:
        return [message.to for message in self.world.notifier.taken]

    def outbox(self) -> list[OutboxMessage]:
        return list(self.world.do(self.world.store.messages(self.caller.call_id)))

    def timeline(self) -> list[str]:
        seen = self.browser.get(f"/api/calls/{self.caller.call_id}").json()
        return [line["what"] for line in seen["timeline"]]


def without_contact(world: World, contact: str) -> None:
    """The agency does not list this one any more."""
    agency, in_force = world.center.agency, world.center.in_force
    kept = tuple(one for one in agency.contacts.contacts if one.id != contact)
    changed = replace(agency, contacts=replace(agency.contacts, contacts=kept))
    in_force.newest = replace(in_force.newest, agency=changed)
