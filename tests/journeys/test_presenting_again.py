"""A presentation that comes to nothing leaves nobody waiting: neither the agent, nor those behind."""

from collections.abc import Iterator, Sequence

import pytest

from tests.journeys.world import Caller, World
from tierline.calls.events import Ended, Presented
from tierline.desk import distributing, duty
from tierline.desk.transferring import take_back
from tierline.desk.wrapping_up import end_call
from tierline.ports.store import Change, Conflict, StoreAway
from tierline.twin.store import MemoryStore


class Refusing(MemoryStore):
    """Takes no reservation, for as long as `why` says."""

    why: Conflict | StoreAway | None = None

    async def commit_all(self, changes: Sequence[Change]) -> Sequence[Conflict | None]:
        if self.why and any(isinstance(r.event, Presented) for change in changes for r in change.events):
            if isinstance(self.why, StoreAway):
                raise self.why
            return [self.why for _ in changes]
        return await super().commit_all(changes)


@pytest.fixture
def store() -> Refusing:
    return Refusing()


@pytest.fixture
def world(store: Refusing) -> Iterator[World]:
    world = World(store=store)
    yield world
    world.close()


def waits(world: World) -> Caller:
    caller = world.dials(language="es")
    caller.chooses_a_person()
    return caller


def test_an_agent_whose_caller_hangs_up_before_the_ring_is_presented_the_next(world: World) -> None:
    carla = world.agent("carla")
    ana, beto = waits(world), waits(world)

    async def leaves_as_carla_becomes_ready() -> None:
        async with world.center.turn(ana.call_id) as call:
            assert call
            duty.ready(world.center, carla.id)
            await end_call(world.center, call, Ended("caller_hung_up", call.phase))

    world.do(leaves_as_carla_becomes_ready())
    carla.answers()
    assert beto.talks_to == {"carla"}


def test_a_colleague_who_becomes_ready_as_the_transfer_is_taken_back_is_not_rung_for_it(world: World) -> None:
    carla, olga = world.ready("carla"), world.agent("olga")
    ana = waits(world)
    carla.answers()
    carla.transfers("2")

    async def takes_back_as_olga_becomes_ready() -> None:
        async with world.center.turn(ana.call_id) as call:
            assert call
            duty.ready(world.center, olga.id)
            await take_back(world.center, call, carla.id, "found it")

    world.do(takes_back_as_olga_becomes_ready())
    assert world.ringing == set()
    assert olga.is_in("ready")
    assert ana.talks_to == {"carla"}


def test_a_reservation_that_the_database_refuses_is_tried_again(store: Refusing, world: World) -> None:
    store.why = Conflict("another was first")
    ana = waits(world)
    carla = world.ready("carla")
    assert world.ringing == set()
    store.why = None
    world.wait(seconds=2)
    carla.answers()
    assert ana.talks_to == {"carla"}


def test_a_reservation_that_could_not_be_written_is_tried_again(store: Refusing, world: World) -> None:
    store.why = StoreAway("no answer")
    ana = waits(world)
    carla = world.ready("carla")
    assert world.ringing == set()
    store.why = None
    world.wait(seconds=3)
    carla.answers()
    assert ana.talks_to == {"carla"}


def test_nobody_waits_for_good_because_what_freed_the_agent_failed_halfway(
    store: Refusing, world: World
) -> None:
    selma = world.agent("selma")
    ana = waits(world)
    ana.presses("*1")
    world.wait(seconds=5)

    async def fails_before_it_distributes() -> None:
        world.center.floor.put(selma.id, "ready")

    world.do(fails_before_it_distributes())
    assert world.ringing == set()
    world.wait(seconds=1)
    selma.answers()
    assert ana.talks_to == {"selma"}


def test_few_are_on_their_way_at_a_time_and_all_are_rung_in_the_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distributing, "AT_ONCE", 1)
    under_way: list[int] = []
    world.center.on_call.append(lambda _: under_way.append(len(world.center.presenting)))
    callers = [world.dials(language="en") for _ in range(2)]
    for caller in callers:
        caller.chooses_a_person()
    both = [world.agent("carla").id, world.agent("colin").id]

    async def ready_at_once() -> None:
        for agent in both:
            duty.ready(world.center, agent)

    world.do(ready_at_once())
    assert world.ringing == {"carla", "colin"}
    assert [caller.call.phase for caller in callers] == ["presented", "presented"]
    assert max(under_way) == 1
