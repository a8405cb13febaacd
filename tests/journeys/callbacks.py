"""Callers who were promised a callback, and the telephones at which they are reached."""

from tests.journeys.world import Caller, World
from tierline.calls import callback_events as cb
from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk import calling_back
from tierline.desk.values import new_value
from tierline.offices.callback_windows import Window, windows

HOME = "+12025550123"


def is_promised_in_the_flow(world: World, caller: Caller) -> None:
    """And stays on the line."""
    world.do(_promise(world, caller, "1", HOME, None))


def is_promised(
    world: World, caller: Caller, *, tier: Tier = "1", number: str = HOME, window: Window | None = None
) -> None:
    """The promise first, then the words."""

    world.do(_promise(world, caller, tier, number, window, then_leave=True))


async def _promise(
    world: World, caller: Caller, tier: Tier, number: str, window: Window | None, *, then_leave: bool = False
) -> None:
    center = world.center
    async with center.turn(caller.call_id) as call:
        assert call
        call = await calling_back.promise(center, call, tier, new_value("phone", number), window)
        if then_leave:
            await calling_back.take_leave(center, call)


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
