"""The recording of a conversation: what the agent does about it, and how it is heard afterwards."""

import re
from typing import Annotated

import msgspec
from litestar import Response, delete, get, post
from litestar.params import FromPath, HeaderParameter, JSONBody

from tierline.calls.names import CallId
from tierline.desk.recording import choosing, keeping
from tierline.desk.views.call_view import CallView, call_view
from tierline.web.agent.at_call import At, routes_at_call
from tierline.web.guards import AGENTS, LISTENERS_AFTERWARDS, SUPERVISORS, ThePerson
from tierline.web.site import TheSite

MOST_BYTES = 1_000_000
"""Of one answer, about a minute: the browser asks for what follows."""

_RANGE = re.compile(r"bytes=([0-9]+)-([0-9]*)")


class Choice(msgspec.Struct, frozen=True):
    """What the caller says to the agent."""

    agreed: bool


class Why(msgspec.Struct, frozen=True):
    reason: Annotated[str, msgspec.Meta(max_length=2000)]


class Play(msgspec.Struct, frozen=True):
    """Where the audio is, for a while and for this person alone."""

    audio: str


@post("/recording/pause", roles=AGENTS, status_code=200)
async def pause(at: At) -> CallView:
    return await at.act(lambda call: choosing.pause(at.center, call, at.user))


@delete("/recording/pause", roles=AGENTS, status_code=200)
async def resume(at: At) -> CallView:
    return await at.act(lambda call: choosing.resume(at.center, call, at.user))


@post("/recording/choice", roles=AGENTS, status_code=200)
async def choose(at: At, data: JSONBody[Choice]) -> CallView:
    return await at.act(lambda call: choosing.choose(at.center, call, at.user, agreed=data.agreed))


@post("/recording/plays", roles=LISTENERS_AFTERWARDS, status_code=201)
async def begin_to_play(
    site: TheSite, person: ThePerson, call_id: FromPath[str], data: JSONBody[Why]
) -> Play:
    """For those whom the agency lets hear recordings. The reason is on record when this answers."""
    name = await site.plays.begin(site.center, person, CallId(call_id), data.reason)
    return Play(f"/api/recordings/{name}")


@post("/recording/release", roles=SUPERVISORS, status_code=200)
async def release(site: TheSite, person: ThePerson, call_id: FromPath[str], data: JSONBody[Why]) -> CallView:
    """What an emergency kept is left to the rules of retention again."""
    call = await keeping.release(site.center, CallId(call_id), person.user, data.reason)
    return await call_view(site.center, call.id, person)


@get("/api/recordings/{name:str}", roles=LISTENERS_AFTERWARDS)
async def hear(
    site: TheSite,
    person: ThePerson,
    name: FromPath[str],
    asked: Annotated[str | None, HeaderParameter(name="Range")] = None,
) -> Response[bytes]:
    """A WAV file, by ranges (RFC 9110): never whole in the memory of anybody who only looks for a moment."""
    found = _RANGE.fullmatch(asked or "bytes=0-")
    first = int(found[1]) if found else 0
    last = int(found[2]) if found and found[2] else first + MOST_BYTES - 1
    whole, audio = await site.plays.audio(site.center, person, name, first, min(last, first + MOST_BYTES - 1))
    there = f"bytes {first}-{first + len(audio) - 1}/{whole}" if audio else f"bytes */{whole}"
    return Response(
        audio,
        status_code=206 if audio else 416,
        media_type="audio/wav",
        headers={"Accept-Ranges": "bytes", "Content-Range": there},
    )


routes = routes_at_call(pause, resume, choose, begin_to_play, release)
