"""What an agent does with the call at hand. Each change is one turn of the call."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated

import msgspec
from litestar import Router, delete, get, post
from litestar.params import Parameter

from tierline.calls.names import CallId, Tier
from tierline.calls.state import Call
from tierline.desk import reading, requesting, serving, transferring, verifying
from tierline.desk.refusal import NotFound
from tierline.desk.requesting import Submission
from tierline.desk.views.access import acted_on, readable
from tierline.desk.views.call_view import CallView, call_view
from tierline.staff.escalation import Trigger
from tierline.staff.person import Person
from tierline.web.errors import Invalid
from tierline.web.guards import AGENTS
from tierline.web.site import Site

Short = Annotated[str, msgspec.Meta(max_length=200)]
Long = Annotated[str, msgspec.Meta(max_length=2000)]


class Answers(msgspec.Struct, frozen=True):
    """What the caller says to be recognised by."""

    receipt: Short
    name: Short
    date_of_birth: date


class ScriptChosen(msgspec.Struct, frozen=True):
    script: Short


class Asked(msgspec.Struct, frozen=True):
    asked: Long


class TransferWanted(msgspec.Struct, frozen=True):
    to: Tier
    trigger: Trigger
    reason: Long


class Holding(msgspec.Struct, frozen=True):
    held: bool


class RequestForm(msgspec.Struct, frozen=True):
    kind: Short
    receipt: Short = ""
    facts: dict[str, Long] = {}


@get("/", roles=AGENTS)
async def look_at(site: Site, person: Person, call_id: str) -> CallView:
    return await _look_at(site, person, call_id)


@post("/verification", roles=AGENTS, status_code=200)
async def verify(site: Site, person: Person, call_id: str, data: Answers) -> CallView:
    """Answers at whole steps of time only, so that unknown, protected and mistaken take equally long."""
    clock = asyncio.get_running_loop().time
    began, step = clock(), site.settings.verification_seconds
    try:
        return await _act(
            site,
            person,
            call_id,
            lambda call: verifying.verify(
                site.center, call, person.user, data.receipt, data.name, data.date_of_birth
            ),
        )
    finally:
        await asyncio.sleep(step - (clock() - began) % step)


@post("/scripts", roles=AGENTS, status_code=200)
async def present_script(site: Site, person: Person, call_id: str, data: ScriptChosen) -> CallView:
    return await _act(
        site, person, call_id, lambda call: reading.present(site.center, call, person.user, data.script)
    )


@post("/no-script", roles=AGENTS, status_code=200)
async def no_script_fits(site: Site, person: Person, call_id: str, data: Asked) -> CallView:
    return await _act(
        site, person, call_id, lambda call: reading.no_script_fits(site.center, call, person.user, data.asked)
    )


@post("/transfer", roles=AGENTS, status_code=200)
async def transfer(site: Site, person: Person, call_id: str, data: TransferWanted) -> CallView:
    return await _act(
        site,
        person,
        call_id,
        lambda call: transferring.ask(site.center, call, person.user, data.to, data.trigger, data.reason),
    )


@post("/transfer/complete", roles=AGENTS, status_code=200)
async def complete_transfer(site: Site, person: Person, call_id: str) -> CallView:
    """Also open to the colleague who is consulted."""
    async with site.center.turn(CallId(call_id)) as call:
        if call is None or not call.served_now_by(person.user):
            raise NotFound("there is no such call of yours; it may have just ended")
        after = await transferring.complete(site.center, call, person.user)
    return await call_view(site.center, after.id, person)


@delete("/transfer", roles=AGENTS, status_code=200)
async def take_back(site: Site, person: Person, call_id: str) -> CallView:
    why = "took the caller back"
    return await _act(
        site, person, call_id, lambda call: transferring.take_back(site.center, call, person.user, why)
    )


@post("/hold", roles=AGENTS, status_code=200)
async def hold(site: Site, person: Person, call_id: str, data: Holding) -> CallView:
    change = serving.hold if data.held else serving.resume
    return await _act(site, person, call_id, lambda call: change(site.center, call, person.user))


@post("/requests", roles=AGENTS, status_code=200)
async def make_request(
    site: Site,
    person: Person,
    call_id: str,
    data: RequestForm,
    idempotency_key: Annotated[str | None, Parameter(header="Idempotency-Key")] = None,
) -> CallView:
    """The same key again shows what it made, even when the caller has hung up in between."""
    key = _key(call_id, idempotency_key)
    made = await site.center.store.request_by_key(key)
    if made:
        return await _look_at(site, person, call_id)
    facts = {"receipt": data.receipt, **data.facts} if data.receipt else data.facts
    form = Submission(key, data.kind, facts)
    return await _act(
        site, person, call_id, lambda call: requesting.submit(site.center, call, person.user, form)
    )


@post("/end", roles=AGENTS, status_code=200)
async def end(site: Site, person: Person, call_id: str) -> CallView:
    return await _act(site, person, call_id, lambda call: serving.end(site.center, call, person.user))


async def _look_at(site: Site, person: Person, call_id: str) -> CallView:
    call = await readable(site.center, person, CallId(call_id))
    return await call_view(site.center, call.id, person)


async def _act(
    site: Site, person: Person, call_id: str, use_case: Callable[[Call], Awaitable[Call]]
) -> CallView:
    async with site.center.turn(CallId(call_id)) as call:
        after = await use_case(acted_on(call, person))
    return await call_view(site.center, after.id, person)


def _key(call_id: str, given: str | None) -> str:
    """A key of one call's forms never meets another's."""
    if not given or len(given) > 100:
        raise Invalid("Idempotency-Key: send one of at most 100 characters, made once for each form")
    return f"{call_id} {given}"


routes = Router(
    "/api/calls/{call_id:str}",
    route_handlers=[
        look_at,
        verify,
        present_script,
        no_script_fits,
        transfer,
        complete_transfer,
        take_back,
        hold,
        make_request,
        end,
    ],
)
