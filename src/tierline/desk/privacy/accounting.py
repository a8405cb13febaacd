"""An accounting of disclosures (5 U.S.C. 552a(c)): of what is on record of somebody, what was told, shown or
given to whom, when and what for. That it was made is on record itself, before it is told."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from tierline.calls.names import CallId, Ref
from tierline.desk.privacy.concerned import Concerned
from tierline.ports.store import Store
from tierline.privacy.accesses import Access, How
from tierline.privacy.amendments import Amendment, by_value
from tierline.privacy.disclosures import Disclosure, concerning, disclosed, of_an_access
from tierline.requests.events import RequestMade


class Asked(msgspec.Struct, frozen=True):
    """`by` gives the command, `whose` says for whom."""

    by: str
    whose: str
    at: datetime


async def accounting(store: Store, concerned: Sequence[Concerned], asked: Asked) -> list[Disclosure]:
    """Oldest first, without the one that this is. Raises StoreAway, nothing having been told."""
    found = await disclosures(store, concerned)
    await on_record(store, concerned, asked, "accounting")
    return found


async def disclosures(store: Store, concerned: Sequence[Concerned]) -> list[Disclosure]:
    """Oldest first. Raises StoreAway."""
    looks = await store.privacy.accesses([one.call.id for one in concerned])
    every: list[Disclosure] = []
    for one in concerned:
        of_it = [*disclosed(one.history), *(of_an_access(a) for a in looks if a.call == one.call.id)]
        amended = by_value(one.history)
        every += [_with_amendment(told, amended) for told in concerning(of_it, one.matters)]
    whole = [await _with_facts(store, told) for told in every]
    return sorted(whole, key=lambda told: told.at)


async def on_record(
    store: Store, concerned: Sequence[Concerned], asked: Asked, how: How, fields: tuple[str, ...] = ()
) -> None:
    """With each call; also where nothing was found. Raises StoreAway."""
    once = secrets.token_hex(12)
    calls: list[tuple[CallId | None, Ref | None]] = [(o.call.id, _one_of(o.matters)) for o in concerned]
    accesses = [
        Access(
            id=f"{once}-{n}",
            at=asked.at,
            by=asked.by,
            how=how,
            call=call,
            fields=fields,
            matter=matter,
            whose=asked.whose,
        )
        for n, (call, matter) in enumerate(calls or [(None, None)])
    ]
    await store.privacy.keep(accesses)


def _with_amendment(told: Disclosure, amended: Mapping[Ref, Amendment]) -> Disclosure:
    of_it = amended.get(told.words) if told.words else None
    return msgspec.structs.replace(told, amended=of_it.state) if of_it else told


def _one_of(matters: frozenset[Ref] | None) -> Ref | None:
    """All of them stand for the same case, so that one says which it is."""
    return min(matters) if matters else None


async def _with_facts(store: Store, told: Disclosure) -> Disclosure:
    """A request tells its office what was in it when it was made; what was added later is told by itself."""
    if told.nature != "request" or told.facts:
        return told
    made = next((r.event for r in await store.request_history(told.of)), None)
    if not isinstance(made, RequestMade):
        return told
    facts = (*(["receipt"] if made.receipt else []), *made.facts)
    return msgspec.structs.replace(told, facts=tuple(facts))
