"""What an agent does with a conversation: hold, hand on, bring a colleague in."""

from typing import Annotated

import msgspec
from litestar import delete, get, post
from litestar.params import JSONBody

from tierline.calls.names import AgentId, Tier, Trigger
from tierline.calls.state import Whom as SpeaksWith
from tierline.desk import (
    consulting,
    giving_back,
    handing_on,
    handing_over,
    interpreting,
    keying,
    muting,
    serving,
    transferring,
)
from tierline.desk.colleagues import Whom, named
from tierline.desk.refusal import Refused
from tierline.desk.views.call_view import CallView
from tierline.desk.views.colleagues import ColleagueView, colleagues
from tierline.desk.views.interpreters import ListedView, listed
from tierline.web.agent.at_call import At, AtCall, routes_at_call
from tierline.web.guards import AGENTS

Name = Annotated[str, msgspec.Meta(max_length=200)]
Long = Annotated[str, msgspec.Meta(max_length=2000)]


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the tier `to`, or the colleague `person`."""

    to: Tier | None = None
    person: Name = ""
    reason: Long


class HandingOn(Wanted, frozen=True, kw_only=True):
    trigger: Trigger


class Booking(HandingOn, frozen=True, kw_only=True):
    """`phone` where the caller says another number than the one they ring from."""

    phone: Name = ""


class Why(msgspec.Struct, frozen=True):
    reason: Long


class Holding(msgspec.Struct, frozen=True):
    held: bool


class Muting(msgspec.Struct, frozen=True):
    muted: bool


class Keys(msgspec.Struct, frozen=True):
    keys: Name


class Chosen(msgspec.Struct, frozen=True):
    interpreter: Name


class SpeakingWith(msgspec.Struct, frozen=True):
    whom: SpeaksWith


@post("/hold", roles=AGENTS, status_code=200)
async def hold(at: At, data: JSONBody[Holding]) -> CallView:
    change = serving.hold if data.held else serving.resume
    return await at.act(lambda call: change(at.center, call, at.user))


@get("/colleagues", roles=AGENTS)
async def look_for_colleagues(at: At) -> list[ColleagueView]:
    """Everybody who takes calls, those who are ready first."""
    return colleagues(at.center, await at.own(), at.person)


@post("/transfer", roles=AGENTS, status_code=200)
async def transfer(at: At, data: JSONBody[HandingOn]) -> CallView:
    """Warm: the caller moves on when the colleague has been told."""
    whom = _whom(at, data)
    return await at.act(
        lambda call: transferring.ask(at.center, call, at.user, whom, data.trigger, data.reason)
    )


@post("/transfer/complete", roles=AGENTS, status_code=200)
async def complete_transfer(at: At) -> CallView:
    """Also open to the colleague who is consulted."""
    return await at.act(lambda call: transferring.complete(at.center, call, at.user), consulted_too=True)


@delete("/transfer", roles=AGENTS, status_code=200)
async def take_back(at: At) -> CallView:
    why = "took the caller back"
    return await at.act(lambda call: transferring.take_back(at.center, call, at.user, why))


@post("/hand-on", roles=AGENTS, status_code=200)
async def hand_on(at: At, data: JSONBody[HandingOn]) -> CallView:
    """Blind: the caller waits, and the agent is free."""
    whom = _whom(at, data)
    return await at.act(
        lambda call: handing_on.hand_on(at.center, call, at.user, whom, data.trigger, data.reason)
    )


@post("/callback", roles=AGENTS, status_code=200)
async def book_callback(at: At, data: JSONBody[Booking]) -> CallView:
    """The tier calls the caller back; the agent is free at once."""
    whom = _whom(at, data)
    return await at.act(
        lambda call: handing_over.book(at.center, call, at.user, whom, data.trigger, data.reason, data.phone)
    )


@post("/give-back", roles=AGENTS, status_code=200)
async def give_back(at: At, data: JSONBody[Why]) -> CallView:
    return await at.act(lambda call: giving_back.give_back(at.center, call, at.user, data.reason))


@post("/consult", roles=AGENTS, status_code=200)
async def consult(at: At, data: JSONBody[Wanted]) -> CallView:
    whom = _whom(at, data)
    return await at.act(lambda call: consulting.ask(at.center, call, at.user, whom, data.reason))


@delete("/consult", roles=AGENTS, status_code=200)
async def go_on(at: At) -> CallView:
    """With the caller, without the colleague."""
    return await at.act(lambda call: consulting.go_on(at.center, call, at.user))


@post("/speak-with", roles=AGENTS, status_code=200)
async def speak_with(at: At, data: JSONBody[SpeakingWith]) -> CallView:
    return await at.act(lambda call: consulting.speak_with(at.center, call, at.user, data.whom))


@post("/mute", roles=AGENTS, status_code=200)
async def mute(at: At, data: JSONBody[Muting]) -> CallView:
    """Also open to the colleague."""
    return await at.act(lambda call: muting.mute(at.center, call, at.user, data.muted), consulted_too=True)


@post("/keys", roles=AGENTS, status_code=200)
async def press_keys(at: At, data: JSONBody[Keys]) -> CallView:
    return await at.act(lambda call: keying.send_keys(at.center, call, at.user, data.keys))


@get("/interpreters", roles=AGENTS)
async def look_for_interpreters(at: At) -> list[ListedView]:
    """The agency's list, those of the caller's language first."""
    return listed(at.center, await at.own())


@post("/interpreter", roles=AGENTS, status_code=200)
async def call_in_interpreter(at: At, data: JSONBody[Chosen]) -> CallView:
    return await at.act(lambda call: interpreting.call_in(at.center, call, at.user, data.interpreter))


@delete("/interpreter", roles=AGENTS, status_code=200)
async def let_interpreter_go(at: At) -> CallView:
    return await at.act(lambda call: interpreting.let_go(at.center, call))


@post("/leave", roles=AGENTS, status_code=200)
async def leave(at: At) -> CallView:
    """The others go on together. Also open to the colleague."""
    return await at.act(lambda call: consulting.leave(at.center, call, at.user), consulted_too=True)


def _whom(at: AtCall, wanted: Wanted) -> Whom:
    if wanted.person:
        return named(at.center, AgentId(wanted.person))
    if wanted.to is None:
        raise Refused("choose a tier or a colleague")
    return Whom(wanted.to)


routes = routes_at_call(
    hold,
    look_for_colleagues,
    transfer,
    complete_transfer,
    take_back,
    hand_on,
    book_callback,
    give_back,
    consult,
    go_on,
    speak_with,
    mute,
    press_keys,
    look_for_interpreters,
    call_in_interpreter,
    let_interpreter_go,
    leave,
)
