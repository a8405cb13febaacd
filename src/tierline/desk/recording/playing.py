"""A recording is heard only by whom the agency allows, and only for a reason, which is on record before any
of it leaves the server."""

import secrets
from datetime import datetime, timedelta

import msgspec

from tierline.calls import recording_events as re
from tierline.calls.names import CallId
from tierline.calls.recorded import Part
from tierline.calls.state import Call
from tierline.desk.access import readable
from tierline.desk.center import Center
from tierline.desk.recording import mixing
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.theirs import wholly_theirs
from tierline.desk.values import new_value
from tierline.staff.person import Person

LASTS = timedelta(hours=1)
"""A play, with all its going back and forth; then a reason is asked for again."""


class _Play(msgspec.Struct, frozen=True):
    """For the `person` as they were then: who has moved to another site begins anew."""

    call: CallId
    person: Person
    parts: tuple[Part, ...]
    until: datetime


class Plays:
    """Those that were given a reason for, in memory alone: a restart asks again."""

    def __init__(self) -> None:
        self._plays: dict[str, _Play] = {}

    async def begin(self, center: Center, person: Person, of: CallId, reason: str) -> str:
        """The name under which it is heard. Raises NotFound, Refused, StoreAway."""
        await _open_to(center, person, of)
        if not reason.strip():
            raise Refused("write in a few words why you listen to this call")
        async with center.turn(of) as going_on:
            call = await center.call(of)
            if call is None or not may_play(center, person):
                raise NotFound("there is no such recording")
            if going_on:
                raise Refused("the call still goes on: listen to it when it is over")
            if not call.recording.kept:
                raise Refused("there is no recording of this call")
            why = new_value("note", reason.strip())
            await center.commit(call, re.RecordingPlayed(person.user, why.ref), values=[why])
        return self._allow(center, call, person)

    async def audio(
        self, center: Center, person: Person, name: str, first: int, last: int | None
    ) -> tuple[int, bytes]:
        """How long the whole file is, and its bytes from `first` to `last`, both included. Raises
        NotFound."""
        play = self._plays.get(name)
        if play is None or center.recordings is None or play.person != person:
            raise NotFound("say again why you listen to this call")
        if play.until <= center.clock.now() or not may_play(center, person):
            raise NotFound("say again why you listen to this call")
        whole = mixing.size(play.parts)
        end = whole - 1 if last is None else min(last, whole - 1)
        if first > end:
            return whole, b""
        return whole, await mixing.mixed(center.recordings, play.parts, first, end)

    def _allow(self, center: Center, call: Call, person: Person) -> str:
        now = center.clock.now()
        self._plays = {name: play for name, play in self._plays.items() if play.until > now}
        name = secrets.token_urlsafe(24)
        self._plays[name] = _Play(call.id, person, call.recording.kept, now + LASTS)
        return name


async def _open_to(center: Center, person: Person, of: CallId) -> None:
    """Raises NotFound: for quality reviewers, where others than CSRs of their site were heard in it."""
    if person.role != "quality":
        await readable(center, person, of)
    elif not wholly_theirs(center, person, await center.history(of)):
        raise NotFound("there is no such recording")


def may_play(center: Center, person: Person) -> bool:
    return person.role in center.agency.recording.players
