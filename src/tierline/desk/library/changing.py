"""One step in the life of a script: decided by the rules, on record, and in force."""

from collections.abc import Callable

from tierline.calls.names import AgentId
from tierline.desk.center import Center
from tierline.desk.library.at_hand import take_up
from tierline.desk.refusal import Refused
from tierline.ports.store import Conflict
from tierline.scripts import library
from tierline.scripts.finding import current
from tierline.scripts.library import Entry, LibraryEvent, Noted, fold
from tierline.scripts.script import Script
from tierline.sentence import Sentence

_TRIES = 3
Decide = Callable[[Entry], LibraryEvent]


async def change(center: Center, script: str, by: AgentId, decide: Decide) -> Entry:
    """The script after it. Where somebody else was first, `decide` looks at what they made of it. Raises what
    that raises, Conflict, StoreAway."""
    for _ in range(_TRIES):
        entry = await center.store.library.entry(script) or Entry(id=script)
        now = center.clock.now()
        noted = Noted(
            script=script,
            seq=entry.seq + 1,
            at=max(now, entry.at or now),  # a clock that was set back turns no history round
            by=by,
            event=decide(entry),
        )
        after = fold(entry, [noted])
        try:
            await center.store.library.commit(after, [noted])
        except Conflict:
            continue
        await take_up(center)
        return after
    raise Conflict(f"others change {script} again and again")


def refuse(why: Sentence | None) -> None:
    if why:
        raise Refused.saying(why)


def versions_of(center: Center, script: str) -> tuple[Script, ...]:
    """Of files and library together, the newest first."""
    return tuple(one for one in center.agency.scripts if one.id == script)


def newest_version(center: Center, entry: Entry) -> int:
    return library.newest_version(entry, center.agency.scripts)


def in_force_now(center: Center, script: str) -> Script | None:
    return next((one for one in current(versions_of(center, script), center.clock.now())), None)
