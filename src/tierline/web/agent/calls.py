"""What an agent does with the call at hand."""

import asyncio
from typing import Annotated

import msgspec
from litestar import get, post
from litestar.params import FromPath, HeaderParameter, JSONBody, QueryParameter

from tierline.calls.names import CallId, Speaker
from tierline.desk import disposing, handing_to_unit, no_script, reading, requesting, serving, verifying
from tierline.desk.requesting import Submission
from tierline.desk.requests import telling
from tierline.desk.requests.filled_in import RECEIPT, wrong_of
from tierline.desk.views.call_view import CallView
from tierline.desk.views.scripts import ScriptView, searched
from tierline.sentence import SentenceView, view
from tierline.web.agent.at_call import At, routes_at_call
from tierline.web.errors import Invalid
from tierline.web.guards import AGENTS, SUPERVISORS

Short = Annotated[str, msgspec.Meta(max_length=200)]
Long = Annotated[str, msgspec.Meta(max_length=2000)]


class Answers(msgspec.Struct, frozen=True):
    """What the caller says to be recognised by: `answers` by question of the agency's verification.yaml. A
    date is written as it is said. `interpreter` and `relay`: who says it for them, of whom nothing is
    asked."""

    receipt: Short
    answers: dict[Short, Short]
    speaker: Speaker = "applicant"
    interpreter: bool = False
    relay: bool = False


class Found(msgspec.Struct, frozen=True):
    scripts: tuple[ScriptView, ...]


class ScriptChosen(msgspec.Struct, frozen=True):
    """`step` of a guide, the first one where none is named."""

    script: Short
    step: Short = ""


class WayOut(msgspec.Struct, frozen=True):
    """`to` is an end that the step leads to."""

    script: Short
    step: Short
    to: Short


class OwnWords(msgspec.Struct, frozen=True):
    said: Long


class Asked(msgspec.Struct, frozen=True):
    """In a few words, of nobody's person or case: the authors read it. May be left out."""

    asked: Short = ""


class Chosen(msgspec.Struct, frozen=True):
    """One of the agency's codes for the agent's tier."""

    disposition: Short


class RequestForm(msgspec.Struct, frozen=True):
    kind: Short
    receipt: Short = ""
    facts: dict[str, Long] = {}

    @property
    def whole(self) -> dict[str, str]:
        return {RECEIPT: self.receipt, **self.facts} if self.receipt else dict(self.facts)


class Wrong(msgspec.Struct, frozen=True):
    """By field, of what is filled in so far."""

    wrong: dict[str, SentenceView]


@get("/", roles=AGENTS)
async def look_at(at: At) -> CallView:
    return await at.look()


@post("/shown", roles=SUPERVISORS, status_code=200)
async def show(at: At) -> CallView:
    """What is masked for who looks on, in full: on record as such."""
    return await at.look(in_full=True)


@post("/verification", roles=AGENTS, status_code=200)
async def verify(at: At, data: JSONBody[Answers]) -> CallView:
    """Answers at whole steps of time only, so that unknown, protected and mistaken take equally long."""
    clock = asyncio.get_running_loop().time
    began, step = clock(), at.site.settings.verification_seconds
    given = verifying.Given(**msgspec.structs.asdict(data))
    try:
        return await at.act(lambda call: verifying.verify(at.center, call, at.user, given))
    finally:
        await asyncio.sleep(step - (clock() - began) % step)


@post("/verification/unit", roles=AGENTS, status_code=200)
async def hand_to_unit(at: At) -> CallView:
    """To the unit that verifies specially; the caller waits, and the agent is free."""
    return await at.act(lambda call: handing_to_unit.hand_to_unit(at.center, call, at.user))


@get("/scripts", roles=AGENTS)
async def search_scripts(at: At, words: Annotated[str, QueryParameter(max_length=200)]) -> Found:
    """By words of their title, their topics or their text, in any language."""
    call = await at.own()
    return Found(searched(at.center, call, at.person, words))


@post("/scripts", roles=AGENTS, status_code=200)
async def present_script(at: At, data: JSONBody[ScriptChosen]) -> CallView:
    return await at.act(lambda call: reading.present(at.center, call, at.user, data.script, data.step))


@post("/scripts/end", roles=AGENTS, status_code=200)
async def end_guide(at: At, data: JSONBody[WayOut]) -> CallView:
    """What the caller answered leads out of a guide."""
    return await at.act(
        lambda call: reading.end_guide(at.center, call, at.user, data.script, data.step, data.to)
    )


@post("/own-words", roles=AGENTS, status_code=200)
async def add_own_words(at: At, data: JSONBody[OwnWords]) -> CallView:
    """What Tier 2 or a supervisor says besides what is approved."""
    return await at.act(lambda call: reading.add_own_words(at.center, call, at.user, data.said))


@post("/no-script", roles=AGENTS, status_code=200)
async def no_script_fits(at: At, data: JSONBody[Asked]) -> CallView:
    return await at.act(lambda call: no_script.no_script_fits(at.center, call, at.user, data.asked))


@post("/no-script/question", roles=AGENTS, status_code=200)
async def note_question(at: At, data: JSONBody[Asked]) -> CallView:
    """What the caller asked, written after it was said that no script fits."""
    return await at.act(lambda call: no_script.note_question(at.center, call, at.user, data.asked))


@post("/disposition", roles=AGENTS, status_code=200)
async def dispose(at: At, data: JSONBody[Chosen]) -> CallView:
    """During the call and while it is noted down; the last one holds."""
    await disposing.dispose(at.center, at.call_id, at.user, data.disposition)
    return await at.look()


@post("/requests", roles=AGENTS, status_code=200)
async def make_request(
    at: At,
    data: JSONBody[RequestForm],
    idempotency_key: Annotated[str | None, HeaderParameter(name="Idempotency-Key")] = None,
) -> CallView:
    """The same key again shows what it made, even when the caller has hung up in between."""
    key = _key(at.call_id, idempotency_key)
    if await at.center.store.request_by_key(key):
        return await at.look()
    form = Submission(key, data.kind, data.whole)
    return await at.act(lambda call: requesting.submit(at.center, call, at.user, form))


@post("/requests/form", roles=AGENTS, status_code=200)
async def check_form(at: At, data: JSONBody[RequestForm]) -> Wrong:
    """While it is filled in: nothing is made."""
    await at.own()
    kind = at.center.agency.kinds.kind(data.kind)
    found = wrong_of(at.center, kind, data.whole) if kind else {}
    return Wrong({field: view(why) for field, why in found.items()})


@post("/requests/{number:str}/told", roles=AGENTS, status_code=200)
async def tell_office(at: At, number: FromPath[str], data: JSONBody[OwnWords]) -> CallView:
    """What the caller says to a request about their case, also one of an earlier call."""
    return await at.act(lambda call: telling.tell(at.center, call, at.user, number, data.said))


@post("/end", roles=AGENTS, status_code=200)
async def end(at: At) -> CallView:
    return await at.act(lambda call: serving.end(at.center, call, at.user))


def _key(call: CallId, given: str | None) -> str:
    """A key of one call's forms never meets another's."""
    if not given or len(given) > 100:
        raise Invalid("Idempotency-Key: send one of at most 100 characters, made once for each form")
    return f"{call} {given}"


routes = routes_at_call(
    look_at,
    show,
    verify,
    hand_to_unit,
    search_scripts,
    present_script,
    end_guide,
    add_own_words,
    no_script_fits,
    note_question,
    make_request,
    check_form,
    tell_office,
    dispose,
    end,
)
