"""A supervisor calls an office's point of contact while the caller holds, and may bring them together (B4.3).
Whatever becomes of it, the supervisor and the caller go on."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.journeys.contacting import WISH, Supervisor
from tests.journeys.world import Agent, World
from tierline.calls import contact_events as co
from tierline.calls.names import AgentId
from tierline.calls.recording_wanted import recording_wanted

URGENT = "+17035550198"


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


class Serving(Supervisor):
    """Has taken the caller over from Tier 1."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.agent = Agent(world, AgentId("selma"))
        self.browser.post("/api/agent/phone", {"kind": "browser"})
        self.browser.post("/api/agent/state", {"ready": True})
        wish = {"to": "supervisor", "trigger": "caller_asked", "reason": "asked for one"}
        self.call = f"/api/calls/{self.caller.call_id}"
        self.csr.post(f"{self.call}/transfer", wish)
        self.agent.answers()
        self.csr.post(f"{self.call}/transfer/complete")

    def rings(self, key: str = "one", **wish: str) -> int:
        made = self.browser.post(f"{self.call}/contact", {**WISH, **wish}, Idempotency_Key=key)
        return made.status_code

    def speaks_with(self, whom: str) -> int:
        return self.browser.post(f"{self.call}/contact/speaking", {"whom": whom}).status_code

    def lets_go(self) -> int:
        return self.browser.delete(f"{self.call}/contact").status_code

    def contact_answers(self) -> None:
        self.world.switch.agent_answers(self.world.switch.dialled[URGENT])
        self.world.settle()

    def contact_hangs_up(self) -> None:
        part = self.caller.call.contact_part
        assert part
        assert part.leg
        self.world.switch.caller_hangs_up(part.leg)
        self.world.settle()

    @property
    def hears(self) -> set[str]:
        """Who is in the room with the supervisor."""
        call = self.caller.call
        heard = self.agent.hears_legs
        assert isinstance(heard, frozenset)
        part = call.contact_part
        names = {call.leg: "caller", part.leg if part else None: "contact"}
        return {names[leg] for leg in heard}


@pytest.fixture
def selma(world: World) -> Serving:
    return Serving(world)


@pytest.mark.clause("B4.3")
def test_the_contact_speaks_with_the_supervisor_while_the_caller_holds_and_then_with_both(
    world: World, selma: Serving
) -> None:
    assert selma.rings() == 200
    assert set(world.switch.dialled) == {URGENT}
    assert (selma.asked["state"], selma.hears) == ("ringing", {"caller"})
    selma.contact_answers()
    assert (selma.asked["state"], selma.hears, selma.caller.hears) == ("joined", {"contact"}, "music")
    selma.speaks_with("everyone")
    assert selma.hears == {"caller", "contact"}
    selma.speaks_with("caller")
    assert selma.hears == {"caller"}
    selma.lets_go()
    assert (selma.asked["state"], selma.hears) == ("reached", {"caller"})
    assert not [leg for leg in world.switch.legs if leg.startswith("contact")]
    told = "\n".join(selma.timeline())
    for said in (
        "Called Newark, Urgent Matters",
        "Brought the contact and the caller together",
        "was let go",
    ):
        assert said in told


@pytest.mark.clause("B4.3")
@pytest.mark.clause("B4.4b")
def test_what_the_office_answered_on_the_telephone_is_kept(selma: Serving) -> None:
    selma.rings()
    selma.contact_answers()
    selma.notes_the_answer("The deputy signs today.")
    selma.contact_hangs_up()
    assert (selma.asked["state"], selma.asked["answer"]) == ("reached", "The deputy signs today.")
    assert selma.hears == {"caller"}


@pytest.mark.parametrize(
    ("how", "outcome"), [("rejects", "busy"), ("lets it ring", "no_answer"), ("is out of service", "failed")]
)
def test_a_contact_who_does_not_answer_leaves_the_call_as_it_was(
    world: World, selma: Serving, how: str, outcome: str
) -> None:
    if how == "is out of service":
        world.switch.out_of_service.add(URGENT)
    selma.rings()
    if how == "rejects":
        world.switch.agent_rejects(world.switch.dialled[URGENT])
        world.settle()
    elif how == "lets it ring":
        world.wait(seconds=46)
        assert world.switch.dialled == {}
    assert [missed.outcome for missed in selma.caller.all(co.ContactNotReached)] == [outcome]
    assert (selma.asked["state"], selma.hears) == ("unreached", {"caller"})
    world.switch.out_of_service.clear()
    assert selma.rings("again") == 200
    selma.contact_answers()
    assert selma.hears == {"contact"}


def test_the_same_form_again_rings_nobody_a_second_time_nor_is_anybody_else_rung(
    world: World, selma: Serving
) -> None:
    selma.rings()
    selma.rings()
    assert len(selma.looks()["asked"]) == 1
    assert selma.rings("another", office="nbc") == 409
    assert set(world.switch.dialled) == {URGENT}


def test_a_contact_who_is_closed_is_not_rung_but_whoever_is_there_instead() -> None:
    night = World(datetime(2026, 11, 23, 21, 30, tzinfo=UTC))
    selma = Serving(night)
    assert selma.rings() == 200
    assert set(night.switch.dialled) == {"+17035550100"}
    night.close()


def test_nobody_is_brought_in_while_the_caller_holds_for_an_office(selma: Serving) -> None:
    selma.rings()
    selma.contact_answers()
    wish = {"person": "olga", "reason": "a question"}
    refused = selma.browser.post(f"{selma.call}/consult", wish)
    assert "let them go first" in refused.json()["error"]


@pytest.mark.parametrize("how", ["ends", "gives back", "is lost", "the caller hangs up"])
@pytest.mark.parametrize("joined", [True, False])
def test_the_contact_goes_when_the_conversation_is_over(
    world: World, selma: Serving, how: str, joined: bool
) -> None:
    selma.rings()
    if joined:
        selma.contact_answers()
    {
        "ends": selma.agent.ends,
        "gives back": selma.agent.gives_back,
        "is lost": selma.agent.closes_the_browser,
        "the caller hangs up": selma.caller.hangs_up,
    }[how]()
    assert selma.caller.call.contact_part is None
    assert not [leg for leg in world.switch.legs if leg.startswith("contact")]
    over = selma.caller.all(co.ContactLeft) if joined else selma.caller.all(co.ContactNotReached)
    assert len(over) == 1


def test_keys_go_to_the_menu_of_the_office_and_nobody_else_reads_that(world: World, selma: Serving) -> None:
    selma.rings()
    selma.contact_answers()
    selma.agent.presses("2")
    part = selma.caller.call.contact_part
    assert part
    assert part.leg
    assert world.switch.keys_sent_to(part.leg) == "2"
    assert "Sent a key to the contact" in selma.timeline()
    assert selma.csr.get(selma.call).text.count("Sent a key") == 0


def test_an_emergency_brings_the_supervisor_back_to_the_caller(selma: Serving) -> None:
    selma.rings()
    selma.contact_answers()
    selma.agent.declares("threat")
    assert selma.hears == {"caller"}
    assert selma.rings("again") == 409


@pytest.mark.parametrize("meanwhile", ["nothing", "answers", "hangs up"])
@pytest.mark.parametrize("joined", [True, False])
def test_a_killed_process_finds_the_contact_again(
    world: World, selma: Serving, joined: bool, meanwhile: str
) -> None:
    selma.rings()
    if joined:
        selma.contact_answers()
    part = selma.caller.call.contact_part
    assert part
    assert part.leg
    if meanwhile == "hangs up":
        world.switch.caller_hangs_up(part.leg)
    elif meanwhile == "answers" and not joined:
        world.switch.agent_answers(part.leg)
    world.kill_and_restart()
    if meanwhile == "hangs up":
        assert selma.caller.call.contact_part is None
        assert selma.hears == {"caller"}
    else:
        if not joined and meanwhile == "nothing":
            selma.contact_answers()
        assert selma.hears == {"contact"}


def test_what_the_office_says_to_the_supervisor_alone_is_not_recorded_nor_its_voice_ever(
    selma: Serving,
) -> None:
    selma.rings()
    selma.contact_answers()
    assert recording_wanted(selma.caller.call, consults=False) == {}
    selma.speaks_with("everyone")
    recorded = recording_wanted(selma.caller.call, consults=False)
    assert set(recorded.values()) == {"caller", "selma"}


@pytest.mark.clause("B4.3")
def test_nobody_else_can_call_a_contact(selma: Serving) -> None:
    olga = selma.web.signed_in("olga")
    for by in (selma.csr, olga):
        assert by.post(f"{selma.call}/contact", WISH, Idempotency_Key="x").status_code == 403
        assert by.post(f"{selma.call}/contact/speaking", {"whom": "everyone"}).status_code == 403
        assert by.delete(f"{selma.call}/contact").status_code == 403
