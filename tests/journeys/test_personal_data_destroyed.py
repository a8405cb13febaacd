"""What is known of callers goes in its time, by a center that nobody tells to, and says so where it was."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
import pytest

from tests.journeys.web import Web
from tests.journeys.world import Agent, Caller, World
from tierline.calls import recording_events as re
from tierline.calls.names import CallId, Ref
from tierline.desk.values import new_value
from tierline.privacy.hold import Hold, Released

MINUTES_A_DAY = 24 * 60
NUMBER = "+12025550111"
RECEIPT = "3222190012345"  # EAC2190012345
GONE = "disposed of on {on} under {authority}"
THREE_YEARS = timedelta(days=1095)


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    return has_called(world, carla)


def has_called(world: World, agent: Agent, number: str = NUMBER) -> Caller:
    caller = world.dials(language="es", caller=number)
    caller.chooses_a_person()
    agent.answers()
    world.wait(seconds=30)
    agent.ends()
    agent.is_ready()
    return caller


def known(world: World, caller: Caller) -> dict[Ref, str]:
    ref = caller.call.caller
    assert ref
    return world.do(world.store.values([ref]))


def hold(world: World, *, call: CallId | None = None, number: str | None = None) -> None:
    matter, why, about = (
        new_value("matter", "Doe"),
        new_value("note", "a letter"),
        new_value("phone", number or ""),
    )
    made = Hold(
        id="hold-1",
        about="number" if number else "call",
        call=call,
        number=about.ref if number else None,
        matter=matter.ref,
        why=why.ref,
        by="lee",
        at=world.clock.now(),
    )
    values = [matter, why, *([about] if number else [])]
    world.do(world.store.personal_data.hold(made, values))


def test_it_is_looked_each_day(world: World, ana: Caller) -> None:
    assert list(known(world, ana).values()) == [NUMBER]
    world.wait(minutes=1094 * MINUTES_A_DAY)
    assert known(world, ana)
    world.wait(minutes=2 * MINUTES_A_DAY)
    assert known(world, ana) == {}


def test_what_came_due_while_no_process_ran_goes_when_the_next_one_starts(world: World, ana: Caller) -> None:
    world.kill_and_restart(THREE_YEARS)
    assert known(world, ana) == {}
    assert ana.call.phase == "ended"


def test_what_came_due_while_the_database_was_away_goes_when_it_is_back(world: World, ana: Caller) -> None:
    world.store.away = True
    world.kill_and_restart(THREE_YEARS)
    world.store.away = False
    assert known(world, ana)
    world.wait(seconds=5)
    assert known(world, ana) == {}


def test_why_a_call_was_handed_on_goes_with_it_and_the_timeline_says_so(world: World, carla: Agent) -> None:
    caller = world.dials(language="es", caller=NUMBER)
    caller.chooses_a_person()
    carla.answers()
    carla.hands_on("2", reason="her sister has the card")
    caller.hangs_up()
    assert b"her sister" not in msgspec.json.encode(world.timeline(caller.call_id))
    page = Web(world).signed_in("selma")
    assert "her sister has the card" in page.get(f"/api/calls/{caller.call_id}").text
    world.kill_and_restart(THREE_YEARS)
    told = Web(world).signed_in("selma").get(f"/api/calls/{caller.call_id}").json()["timeline"]
    [handed] = [line["what"] for line in told if line["what"].startswith("Handed the caller on")]
    assert "her sister" not in handed
    assert ": disposed of on 2029-" in handed


def test_many_go_a_few_at_a_time(world: World, carla: Agent) -> None:
    callers = [has_called(world, carla, f"+120255501{nth:02}") for nth in range(60)]
    world.kill_and_restart(THREE_YEARS)
    assert [known(world, caller) for caller in callers] == [{}] * 60


def test_a_held_call_stays_whole_with_its_recording_until_it_is_released(world: World, ana: Caller) -> None:
    hold(world, call=ana.call_id)
    world.kill_and_restart(THREE_YEARS)
    assert known(world, ana)
    assert ana.call.recording.kept
    assert Web(world).signed_in("selma").get(f"/api/calls/{ana.call_id}").json()["legal_hold"]
    why = new_value("note", "settled")
    let_go = Released(world.clock.now(), "lee", why.ref)
    world.do(world.store.personal_data.release("hold-1", let_go, [why]))
    world.wait(minutes=MINUTES_A_DAY)
    assert known(world, ana) == {}
    assert ana.all(re.RecordingDeleted) == [re.RecordingDeleted(90)]


def test_a_number_that_is_held_keeps_the_calls_that_come_later(
    world: World, carla: Agent, ana: Caller
) -> None:
    hold(world, number=NUMBER)
    again, other = has_called(world, carla), has_called(world, carla, "+12025550122")
    world.kill_and_restart(THREE_YEARS)
    assert [bool(known(world, caller)) for caller in (ana, again, other)] == [True, True, False]
    assert [bool(caller.call.recording.kept) for caller in (ana, again, other)] == [True, True, False]


def test_whoever_still_waits_is_never_without_their_number(world: World, ana: Caller) -> None:
    waits = world.dials(language="es", caller="+12025550133")
    waits.chooses_a_person()
    world.kill_and_restart(timedelta(seconds=1))
    world.store.away = False
    assert waits.call.phase != "ended"
    world.do(
        world.center.store.personal_data.dispose(
            world.agency.privacy, world.clock.now() + 3 * THREE_YEARS, 99
        )
    )
    assert (bool(known(world, waits)), known(world, ana)) == (True, {})


def test_the_page_of_the_call_says_on_which_day_and_by_which_authority(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + RECEIPT)
    ana.hangs_up()
    [before] = Web(world).signed_in("selma").get(f"/api/calls/{ana.call_id}").json()["keyed"]
    assert (before["value"][-4:], before["gone"]) == ("2345", None)
    world.kill_and_restart(THREE_YEARS)
    page = Web(world).signed_in("selma").get(f"/api/calls/{ana.call_id}").json()
    assert page["timeline"][-1]["what"] == (
        "Destroyed the personal data of the call, under Sample schedule, item 1: calls of the contact center"
    )
    [keyed] = page["keyed"]
    assert keyed["kind"] == before["kind"]
    assert keyed["value"] == ""
    assert keyed["gone"]["template"] == GONE


def test_words_that_were_read_say_so_in_their_place(world: World, carla: Agent) -> None:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    carla.presents("supervisor-asked")
    carla.ends()
    before = Web(world).signed_in("selma").get(f"/api/calls/{ana.call_id}").json()["presented"][0]
    assert (bool(before["text"]), before["gone"]) == (True, None)
    world.kill_and_restart(THREE_YEARS)
    [told] = Web(world).signed_in("selma").get(f"/api/calls/{ana.call_id}").json()["presented"]
    assert told["text"] == ""
    assert told["gone"]["template"] == GONE
    assert told["gone"]["values"]["authority"].startswith("Sample schedule, item 1")
    assert (
        date.fromisoformat(told["gone"]["values"]["on"])
        == world.clock.now().astimezone(world.agency.zone).date()
    )


def test_an_open_request_keeps_what_its_office_needs_when_its_call_has_none_any_more(
    world: World, carla: Agent
) -> None:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    carla.submits("change-of-address", new_address="12 Elm Street", zip="07102", moved_on="2026-11-01")
    carla.ends()
    [number] = ana.call.requests
    world.kill_and_restart(2 * THREE_YEARS)
    made = world.do(world.store.request(number))
    assert made
    web = Web(world)
    clerk = next(p for p in world.agency.staff.values() if p.role == "clerk" and p.office == made.office)
    facts = web.signed_in(clerk.user).get(f"/api/office/requests/{number}").json()["facts"]
    assert {"12 Elm Street", "07102"} <= {fact["value"] for fact in facts}
    assert known(world, ana) == {}
