"""Callers who were promised a callback, and the telephones at which they are reached."""

from tests.journeys.world import Caller, World
from tierline.calls import callback_events as cb
from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk import calling_back
from tierline.offices.callback_windows import Window, windows

HOME = "+12025550123"


def is_promised(
    world: World, caller: Caller, *, tier: Tier = "1", number: str = HOME, window: Window | None = None
) -> None:
    """As a step of the flow does it: the promise first, then the words."""

    async def within_the_turn() -> None:
        async with world.center.turn(caller.call_id) as call:
            assert call
            phone = world.center.value("phone", number)
            call = await calling_back.promise(world.center, call, tier, phone, window)
            await calling_back.take_leave(world.center, call)

    world.do(within_the_turn())


def hears_it_out(world: World, caller: Caller) -> None:
    caller.listens()
    assert not caller.connected
    assert caller.call.phase == "promised"


def next_window(world: World) -> Window:
    tiers, holidays = world.center.agency.tiers, world.center.agency.holidays
    (window,) = windows(tiers.tier("1").hours, holidays, world.clock.now(), tiers.callback_window, 1)
    return window


def picks_up(world: World, number: str = HOME) -> Caller:
    """Whoever is at that telephone answers it."""
    leg = world.switch.dialled[number]
    world.switch.agent_answers(leg)
    world.settle()
    return Caller(world, leg)


def is_busy(world: World, number: str = HOME) -> None:
    world.switch.agent_rejects(world.switch.dialled[number])
    world.settle()


def outcomes(caller: Caller) -> list[str]:
    return [event.outcome for event in caller.all(cb.CallbackUnanswered)]


def promised_calls(world: World) -> list[Call]:
    return [call for call in world.do(world.store.open_calls()) if call.promise]
