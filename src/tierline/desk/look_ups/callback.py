"""Where and when a caller can be called back, and the promise to do so."""

from datetime import datetime

from tierline.calls.events import Entered
from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.calling_back import number_of, number_to_ring, promise
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.look_ups.still_asked import turn_if_still_asked
from tierline.desk.opening import closed_for
from tierline.desk.refusal import Refused
from tierline.desk.values import new_value
from tierline.ivr.effects import Arguments
from tierline.ivr.session import Option
from tierline.ivr.steps import Callback
from tierline.offices.callback_windows import Window, windows
from tierline.ports.store import StoreAway

MOST_WINDOWS = 6
"""As many as a caller can be asked to choose from by ear."""


async def callback_number(center: Center, call: Call, about: Tier | None) -> Answer:
    """The number the caller rings from, where it is one that may be rung."""
    known = await center.values.kept(call, call.caller) if call.caller else None
    phone = number_to_ring(center, known) if known else None
    if phone is None:
        return Answer("unknown")
    value = new_value("phone", phone)
    return Answer("known", {"phone": phone}, events=(Entered("phone", value.ref),), values=(value,))


async def callback_windows(center: Center, call: Call, about: Tier | None) -> Answer:
    """The next stretches of the tier's hours; none that a closure known today falls into."""
    assert about is not None
    agency = center.agency
    hours, length = agency.tiers.tier(about).hours, agency.tiers.callback_window
    coming = windows(hours, agency.holidays, center.clock.now(), length, MOST_WINDOWS)
    zone = hours.zone
    offered = tuple(
        _option((opens.astimezone(zone), closes.astimezone(zone)))
        for opens, closes in coming
        if not closed_for(center, about, at=opens)
    )
    return Answer("offered", options=offered) if offered else Answer("none")


async def promise_callback(center: Center, call: Call, step: Callback) -> Answer:
    """Durable when it returns. The number is the one the caller keyed or chose last."""
    asked = center.asked.get(call.id)
    number = call.entered("phone")
    chosen = await center.values.entered(call, step.window) if step.window else None
    if number is None:
        return Answer("no_number")
    try:
        async with turn_if_still_asked(center, call.id, asked) as now:
            if now is None:
                return Answer("away")
            promised = await promise(center, now, step.tier, number, _window(chosen) if chosen else None)
    except Refused:
        return Answer("no_number")
    except StoreAway:
        return Answer("away")
    told: Arguments = {"phone": await number_of(center, promised) or ""}
    if promised.promise is None or promised.promise.earliest is None or promised.promise.latest is None:
        return Answer("promised", told)
    zone = center.agency.tiers.tier(step.tier).hours.zone
    earliest, latest = (at.astimezone(zone) for at in (promised.promise.earliest, promised.promise.latest))
    return Answer("promised_window", {**told, "from": earliest.isoformat(), "to": latest.isoformat()})


def _option(window: Window) -> Option:
    opens, closes = (at.isoformat() for at in window)
    return Option(f"{opens}/{closes}", {"from": opens, "to": closes})


def _window(chosen: str) -> Window:
    opens, closes = chosen.split("/")
    return datetime.fromisoformat(opens), datetime.fromisoformat(closes)
