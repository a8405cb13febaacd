"""A person says that what is on record is wrong: it is amended or not, and nothing is written anew."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing

import pytest

from tests.journeys.test_privacy_accounting import told_the_status
from tests.journeys.test_verification_unit import (
    HUGO_PROTECTED,
    Handed,
    with_a_supervisor_who_is_not_cleared,
)
from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World
from tierline.calls.names import CallId
from tierline.calls.service_events import OwnWordsAdded, ScriptPresented
from tierline.desk.privacy.amending import Amending
from tierline.privacy.amendments import CannotAmend


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def amending(world: World, call: CallId, act: Callable[[Amending], Awaitable[str | None]]) -> str:
    async def do() -> str:
        return await act(Amending(world.store, call, "root", world.clock.now())) or ""

    return world.do(do())


def over(world: World) -> tuple[Caller, Browser]:
    """A call that is over, in which an officer said something in their own words; a supervisor."""
    ana = world.dials(language="en")
    ana.chooses_a_person()
    world.ready("carla").answers()
    carla, olga = world.agent("carla"), world.ready("olga")
    carla.transfers("2")
    olga.answers()
    carla.completes()
    olga.adds_own_words("You moved to Newark in May.")
    world.switch.caller_hangs_up(ana.leg)
    world.settle()
    return ana, Web(world).signed_in("selma")


def own_words(ana: Caller) -> str:
    [added] = ana.all(OwnWordsAdded)
    return added.text


def test_the_right_value_stands_beside_what_was_said_and_both_are_shown(world: World) -> None:
    ana, selma = over(world)
    said = own_words(ana)
    request = amending(world, ana.call_id, lambda a: a.ask(said, "I moved in June."))
    [told] = selma.get(f"/api/calls/{ana.call_id}").json()["presented"]
    assert told["amended"]["state"] == "asked"
    amending(world, ana.call_id, lambda a: a.grant(request, "You moved to Newark in June.", "the lease"))
    view = selma.get(f"/api/calls/{ana.call_id}").json()
    [told] = view["presented"]
    assert told["text"] == "You moved to Newark in May."
    assert told["amended"]["state"] == "granted"
    assert told["amended"]["instead"] == "You moved to Newark in June."
    assert told["amended"]["why"] == "the lease"
    lines = [line["what"] for line in view["timeline"]]
    assert "Asked that what is on record be amended: own words of an officer" in lines
    assert "Amended what is on record; what it was before is kept" in lines


def test_a_denial_is_shown_with_the_persons_statement(world: World) -> None:
    ana, selma = over(world)
    said = own_words(ana)
    request = amending(world, ana.call_id, lambda a: a.ask(said, "I moved in June."))
    amending(world, ana.call_id, lambda a: a.deny(request, "It is what the officer said."))
    amending(world, ana.call_id, lambda a: a.disagree(request, "The officer was mistaken."))
    [told] = selma.get(f"/api/calls/{ana.call_id}").json()["presented"]
    assert (told["amended"]["state"], told["amended"]["instead"]) == ("denied", "")
    assert told["amended"]["statement"] == "The officer was mistaken."


def test_nothing_that_happened_is_written_anew(world: World) -> None:
    ana, _ = over(world)
    said, before = own_words(ana), list(ana.events)
    request = amending(world, ana.call_id, lambda a: a.ask(said, "I moved in June."))
    amending(world, ana.call_id, lambda a: a.grant(request, "June", "the lease"))
    assert ana.events[: len(before)] == before
    assert len(ana.events) == len(before) + 2


def test_a_call_that_goes_on_is_left_to_its_center(world: World) -> None:
    ana, _ = told_the_status(world)
    [read] = ana.all(ScriptPresented)
    with pytest.raises(CannotAmend, match="still goes on"):
        amending(world, ana.call_id, lambda a: a.ask(read.text, "wrong"))


def test_only_what_is_on_record_of_the_call_can_be_amended(world: World) -> None:
    ana, _ = over(world)
    with pytest.raises(CannotAmend, match="no value of this call"):
        amending(world, ana.call_id, lambda a: a.ask("own_words-0123456789abcdef", "wrong"))
    with pytest.raises(CannotAmend, match="no call"):
        amending(world, CallId("call-of-nobody"), lambda a: a.ask("own_words-0123456789abcdef", "wrong"))


def test_an_amendment_of_a_protected_case_does_not_show_to_who_may_not_know_of_it() -> None:
    with closing(World(agency=with_a_supervisor_who_is_not_cleared())) as world:
        ana = Handed(world, HUGO_PROTECTED, done=True).caller
        world.switch.caller_hangs_up(ana.leg)
        world.settle()
        said = own_words(ana)
        selma = Web(world).signed_in("selma")
        before = selma.get(f"/api/calls/{ana.call_id}").json()
        request = amending(world, ana.call_id, lambda a: a.ask(said, "It is not nearly done."))
        amending(world, ana.call_id, lambda a: a.deny(request, "It is what was said."))
        amending(world, ana.call_id, lambda a: a.disagree(request, "It is not."))
        assert selma.get(f"/api/calls/{ana.call_id}").json() == before
