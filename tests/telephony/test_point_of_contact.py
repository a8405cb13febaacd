"""A supervisor calls an office's point of contact by a trunk: real phones, told apart by tones (B4.3)."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import msgspec
import pytest
import yaml

from tests.sample import load_agency
from tests.telephony.center import RunningCenter, copy_voices, running_center
from tests.telephony.engine import carrier
from tests.telephony.people import ON_DUTY, at_main_menu, nothing_left
from tests.telephony.test_supervision import not_carried
from tests.telephony.until import until
from tierline.asterisk.trunk import Trunk
from tierline.caller.caller import Caller
from tierline.demo import tone
from tierline.demo.stage import open_stage

WISH = {"office": "newark", "subject": "urgent", "wanted": "immediate_action", "reason": "an oath ceremony"}
CONTACT = 1400.0
"""Hertz."""


@pytest.fixture
async def own_center(center: RunningCenter, tmp_path: Path) -> AsyncIterator[tuple[RunningCenter, Trunk]]:
    """With a line to the telephone network."""
    var, line = tmp_path / "var", carrier()
    copy_voices(center, var)
    (var / "line.yaml").write_text(yaml.safe_dump({"trunks": [msgspec.to_builtins(line)]}))
    with running_center(var) as running:
        yield running, line


@pytest.fixture
async def selma(own_center: tuple[RunningCenter, Trunk]) -> AsyncIterator[httpx.AsyncClient]:
    """The supervisor's own browser."""
    center, _ = own_center
    headers = {"X-Tierline": "1", "Idempotency-Key": "one"}
    async with httpx.AsyncClient(base_url=center.url, headers=headers, timeout=20, trust_env=False) as http:
        await http.post("/api/session", json={"user": "selma", "password": center.sign_ins["selma"]})
        yield http


async def number_in_charge(selma: httpx.AsyncClient, call: str) -> str:
    """At this hour, whichever it is."""
    seen = (await selma.get(f"/api/calls/{call}/contacts?office=newark")).json()["contacts"]
    charged = next(one["id"] for one in seen if "urgent" in [of["id"] for of in one["subjects"]])
    contact = load_agency().contacts.find(charged)
    assert contact
    assert contact.phone
    return contact.phone.replace("-", "")


async def test_the_contact_is_heard_by_the_supervisor_alone_then_by_both_and_the_caller_stays(
    own_center: tuple[RunningCenter, Trunk], selma: httpx.AsyncClient
) -> None:
    center, line = own_center
    async with (
        Caller(center.catalogue, listen=line.port) as caller,
        open_stage(center.url, {user: center.sign_ins[user] for user in ON_DUTY}, caller) as people,
    ):
        await people.supervisor.ready()
        call = await at_main_menu(people)
        await call.press("*")
        await call.until_heard("confirm-supervisor", within=10)
        await call.press("1")
        at_supervisor = await people.supervisor.answers()
        seen = await people.supervisor.until_serving()
        office = await caller.telephone(await number_in_charge(selma, seen.id))
        asked = await selma.post(f"/api/calls/{seen.id}/contact", json=WISH)
        assert asked.status_code == 200, asked.text
        at_office = await office.incoming(within=15)
        await tone.carried(tone.CALLER, by=call, to=at_supervisor)
        await at_office.answer()
        await tone.carried(CONTACT, by=at_office, to=at_supervisor)
        await tone.carried(tone.AGENT, by=at_supervisor, to=at_office)
        await not_carried(CONTACT, by=at_office, to=call)
        await not_carried(tone.AGENT, by=at_supervisor, to=call)
        await selma.post(f"/api/calls/{seen.id}/contact/speaking", json={"whom": "everyone"})
        await tone.carried(CONTACT, by=at_office, to=call)
        await tone.carried(tone.CALLER, by=call, to=at_office)
        await at_office.hang_up()
        await tone.carried(tone.AGENT, by=at_supervisor, to=call)
        await people.supervisor.ends(seen.id)
        await until(lambda: nothing_left(center))
