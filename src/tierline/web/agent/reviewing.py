"""A supervisor verifies or corrects what a caller was told; the agent concerned reads it."""

from typing import Annotated

import msgspec
from litestar import post
from litestar.params import FromPath, JSONBody

from tierline.calls.names import CallId, Ref
from tierline.calls.review_events import Verdict
from tierline.calls.reviewed import LONGEST, Finding, Of
from tierline.desk import reviewing
from tierline.desk.views.agent_view import AgentView
from tierline.desk.views.call_view import CallView, call_view
from tierline.web.agent.at_call import routes_at_call
from tierline.web.guards import AGENTS, SUPERVISORS, ThePerson
from tierline.web.site import TheSite

Short = Annotated[str, msgspec.Meta(max_length=200)]
Long = Annotated[str, msgspec.Meta(max_length=LONGEST)]


class Found(msgspec.Struct, frozen=True):
    """Of the words that `said` names: all of them, or one `fact` in them. Corrected are they by what is right
    (`instead`), and `why`."""

    said: Short
    verdict: Verdict
    fact: Short = ""
    instead: Long = ""
    why: Long = ""


class PassedOn(msgspec.Struct, frozen=True):
    """`number` of a Service Request of this call."""

    said: Short
    number: Short
    fact: Short = ""


class Seen(msgspec.Struct, frozen=True):
    call: Short
    said: Short
    fact: Short = ""


@post("/reviews", roles=SUPERVISORS, status_code=200)
async def review(site: TheSite, person: ThePerson, call_id: FromPath[str], data: JSONBody[Found]) -> CallView:
    """The last one holds; those before it stay on record."""
    of = CallId(call_id)
    finding = Finding(verdict=data.verdict, fact=data.fact, instead=data.instead, why=data.why)
    await reviewing.review(site.center, person, of, Ref(data.said), finding)
    return await call_view(site.center, of, person)


@post("/reviews/request", roles=SUPERVISORS, status_code=200)
async def pass_on(
    site: TheSite, person: ThePerson, call_id: FromPath[str], data: JSONBody[PassedOn]
) -> CallView:
    """The office that has the request reads the correction with it."""
    of = Of(CallId(call_id), Ref(data.said), data.fact)
    await reviewing.pass_on(site.center, person, of, data.number)
    return await call_view(site.center, of.call, person)


@post("/api/agent/corrections/seen", roles=AGENTS, status_code=200)
async def of_the_agent(site: TheSite, person: ThePerson, data: JSONBody[Seen]) -> AgentView:
    """A correction of the agent's own words was read."""
    await reviewing.see(site.center, person.user, Of(CallId(data.call), Ref(data.said), data.fact))
    return await site.views.of(person)


routes = routes_at_call(review, pass_on)
