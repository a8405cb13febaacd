"""The database goes away in mid-call: the IVR goes on, nobody is left in silence, and all of it is on record
in the end."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from tests.journeys.test_self_service import ANA, ANA_BORN
from tests.journeys.web import Web
from tests.journeys.world import Caller, World
from tierline.calls import events as ev
from tierline.calls.away_events import HistoryLost, QueuePutOff
from tierline.calls.fold import fold
from tierline.calls.state import Call
from tierline.ports.store import Change, Conflict
from tierline.twin.store import MemoryStore


def goes_away(world: World) -> None:
    world.store.away = True


def comes_back(world: World) -> None:
    world.store.away = False
    world.wait(seconds=2)


def in_mind(world: World, caller: Caller) -> Call:
    """The call as the center knows it."""
    return world.center.calls[caller.call_id]


def on_record(world: World, caller: Caller) -> Call:
    """What the database has, which is what its events say."""
    stored = caller.call
    assert fold(world.do(world.store.timeline(caller.call_id))) == stored
    return stored


@pytest.mark.clause("B1.3")
@pytest.mark.clause("A4")
def test_the_whole_ivr_works_with_the_database_away_and_all_of_it_is_on_record_afterwards(
    world: World,
) -> None:
    goes_away(world)
    ana = world.dials(language="en")
    ana.presses("1" + ANA + ANA_BORN)
    assert ana.hears == ["case-status", "after-answer"]
    ana.presses("#")  # which many press behind digits, and which chooses nothing there
    ana.presses("#2")
    assert ana.hears == ["hours-open", "after-answer"]
    ana.presses("#3" + "52#")
    assert "overseas" in str(ana.hears)
    comes_back(world)
    assert on_record(world, ana) == in_mind(world, ana)
    assert ana.call.verification == "basic"
    assert [entered.kind for entered in ana.all(ev.Entered)][:2] == ["receipt", "receipt"]
    receipt = ana.call.entered("receipt")
    assert receipt
    assert world.do(world.store.values([receipt])) == {receipt: "EAC2190012345"}
    assert world.spool.entries == []


@pytest.mark.clause("B1.3")
def test_the_database_goes_away_between_two_keys(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + ANA)
    goes_away(world)
    ana.presses(ANA_BORN)
    assert ana.hears == ["case-status", "after-answer"]
    ana.hangs_up()
    comes_back(world)
    assert on_record(world, ana).ending == "caller_hung_up"


@pytest.mark.clause("B1.3")
@pytest.mark.clause("A5")
def test_who_wants_a_person_is_told_that_there_is_no_place_yet_and_keeps_their_age(world: World) -> None:
    world.ready("carla")
    goes_away(world)
    ana = world.dials(language="en")
    asked = world.clock.now()
    ana.chooses_a_person()
    assert ana.hears == ["records-away"]
    world.wait(seconds=2)
    assert world.switch.hears(ana.leg) == "music"
    world.wait(minutes=3)
    assert not world.ringing
    comes_back(world)
    assert ana.call.waiting_since == asked
    assert world.ringing == {"carla"}
    told = [heard.prompts for heard in ana.all(ev.Heard)]
    assert told.count(("records-away",)) > 3  # again and again, not once and then music alone
    assert [(put_off.tier, put_off.reason) for put_off in ana.all(QueuePutOff)] == [
        (queued.tier, queued.reason) for queued in ana.all(ev.Queued)
    ]


@pytest.mark.clause("A11")
def test_the_supervisor_key_is_heard_with_the_database_away_and_kept(world: World) -> None:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    asked = ana.call.waiting_since
    goes_away(world)
    world.wait(minutes=1)
    ana.presses("*")
    assert ana.hears == ["confirm-supervisor"]
    ana.presses("1")
    assert ana.hears == ["records-away"]
    world.ready("selma")
    comes_back(world)
    world.wait(seconds=5)
    assert world.ringing == {"selma"}
    assert (ana.call.supervisor, ana.call.waiting_since) == ("asked", asked)


@pytest.mark.clause("A11")
def test_a_supervisor_asked_for_in_mid_conversation_is_sought_when_the_database_is_back(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    goes_away(world)
    ana.presses("*1")
    assert ana.hears == ["supervisor-noted"]
    world.ready("selma")
    assert "selma" not in world.ringing
    comes_back(world)
    assert "selma" in world.ringing


def test_an_agent_who_picks_up_just_as_the_database_goes_away_hears_the_caller(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    goes_away(world)
    carla.answers()
    heard = world.switch.hears(ana.leg)
    assert isinstance(heard, frozenset)
    assert heard
    comes_back(world)
    assert ana.talks_to == {"carla"}


def test_an_agent_lost_with_the_database_away_leaves_the_caller_told_and_first_in_line(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    asked = ana.call.waiting_since
    carla.answers()
    goes_away(world)
    carla.closes_the_browser()
    assert ana.hears == ["records-away"]
    world.ready("colin")
    comes_back(world)
    assert world.ringing == {"colin"}
    assert ana.call.waiting_since == asked


@pytest.mark.clause("A11")
def test_a_caller_whose_agent_was_lost_with_the_database_away_may_still_ask_for_a_supervisor(
    world: World,
) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    asked = ana.call.waiting_since
    carla.answers()
    goes_away(world)
    carla.closes_the_browser()
    ana.presses("*1")
    assert ana.hears == ["records-away"]
    world.ready("colin")
    world.ready("selma")
    comes_back(world)
    world.wait(seconds=5)
    assert world.ringing == {"selma"}
    assert ana.call.waiting_since == asked


def test_a_caller_left_to_a_supervisor_with_the_database_away_is_whole_on_record(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    world.agent("selma").is_at(ana, "barge")
    olga = world.ready("olga")
    carla.transfers("2")
    assert world.ringing == {"olga"}
    goes_away(world)
    carla.closes_the_browser()
    assert ana.hears == ["records-away"]
    assert olga.is_in("ready")
    comes_back(world)
    assert on_record(world, ana) == in_mind(world, ana)
    assert world.center.records.health.dropped == 0


def test_an_agent_chosen_with_the_database_away_is_ready_for_the_next(world: World) -> None:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    goes_away(world)
    carla = world.ready("carla")
    assert not world.ringing
    assert carla.is_in("ready")
    comes_back(world)
    assert world.ringing == {"carla"}
    assert ana.call.reservation


@pytest.mark.clause("B1.3")
def test_the_spool_outlives_a_killed_process(world: World) -> None:
    before = world.dials(language="en")
    goes_away(world)
    ana, beto = world.dials(language="en"), world.dials(language="es")
    ana.presses("1" + ANA)
    beto.chooses_a_person()
    asked = in_mind(world, beto).waiting_since
    beto_leg = beto.leg
    world.kill_and_restart()
    # Known from the spool: goes on at the step it was at.
    assert ana.hears == ["key-birth-date"]
    ana.presses(ANA_BORN)
    assert ana.hears == ["case-status", "after-answer"]
    # Known to the database alone: is not left in silence.
    assert before.hears == ["one-moment", "one-moment"]
    comes_back(world)
    assert before.hears == ["main-menu", "keys-everywhere"]
    for caller in (ana, beto, before):
        assert on_record(world, caller) == in_mind(world, caller)
        assert len(caller.all(ev.PickedUpAgain)) == 1
    assert (beto.call.phase, beto.call.waiting_since, beto.leg) == ("waiting", asked, beto_leg)
    assert ana.call.verification == "basic"


@pytest.mark.clause("B1.3")
def test_a_full_spool_ends_no_call_and_every_call_ends_once_on_record(world: World) -> None:
    world.spool.room = 4
    goes_away(world)
    ana, beto = world.dials(language="en"), world.dials(language="es")
    ana.presses("1" + ANA + ANA_BORN)
    assert ana.hears == ["case-status", "after-answer"]
    beto.hangs_up()
    comes_back(world)
    dropped = world.center.records.health.dropped
    ana.hangs_up()
    for caller in (ana, beto):
        assert on_record(world, caller).ending == "caller_hung_up"
        assert len(caller.all(ev.Ended)) <= 1
    assert sum(lost.events for caller in (ana, beto) for lost in caller.all(HistoryLost)) == dropped


def test_health_says_since_when_the_database_is_away_and_what_waits(world: World) -> None:
    web = Web(world).browser()
    goes_away(world)
    began = world.clock.now()
    world.spool.room = 3
    world.dials(language="en")
    answer = web.get("/health/ready")
    assert answer.status_code == 200
    health = answer.json()["database"]
    assert (health["state"], health["spooled"]) == ("away", 3)
    assert health["away_since"] == began.isoformat().replace("+00:00", "Z")
    assert health["dropped"] > 0
    comes_back(world)
    health = web.get("/health/ready").json()["database"]
    assert (health["state"], health["away_since"], health["spooled"]) == ("here", None, 0)
    assert world.clock.now() - began < timedelta(minutes=1)


class HangingStore(MemoryStore):
    """It begins to write, and its disk does not answer until the gate opens."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()

    async def commit_all(self, changes: Sequence[Change]) -> Sequence[Conflict | None]:
        await self.gate.wait()
        return await super().commit_all(changes)


def test_no_key_waits_for_the_disk() -> None:
    store = HangingStore()
    store.gate.set()
    world = World(store=store)
    ana = world.dials(language="en")

    async def presses_while_it_hangs() -> None:
        store.gate.clear()
        world.switch.presses(ana.leg, "2")
        async with asyncio.timeout(5):
            while "hours-open" not in ana.hears_now:  # noqa: ASYNC110 - the fake switch sets no event
                await asyncio.sleep(0)
        assert len(await store.timeline(ana.call_id)) < in_mind(world, ana).seq
        store.gate.set()

    world.do(presses_while_it_hangs())
    assert on_record(world, ana) == in_mind(world, ana)
    world.close()
