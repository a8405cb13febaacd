"""What stands in the place of a personal value that was destroyed."""

from collections.abc import Iterable, Mapping

from tierline.calls.names import Ref
from tierline.desk.center import Center
from tierline.desk.views.timeline import Line
from tierline.ports.agency import Agency
from tierline.privacy.record import Disposition
from tierline.sentence import Sentence, SentenceView, sentence, view

_DESTROYED = {
    "call": sentence("Destroyed the personal data of the call"),
    "practice": sentence("Destroyed the personal data of the practice call"),
    "request": sentence("Destroyed the personal data of a request"),
    "message": sentence("Destroyed the personal data of a message"),
}


async def gone(center: Center, refs: Iterable[Ref], known: Mapping[Ref, str]) -> Mapping[Ref, SentenceView]:
    """Of those that are not among the known ones, why. Raises StoreAway."""
    missing = [ref for ref in refs if ref not in known]
    if not missing:
        return {}
    disposed = await center.store.personal_data.disposed(missing)
    return {ref: view(in_words(center.agency, one)) for ref, one in disposed.items()}


def in_words(agency: Agency, disposed: Disposition) -> Sentence:
    on = disposed.at.astimezone(agency.zone).date().isoformat()
    return sentence("disposed of on {on} under {authority}", on=on, authority=disposed.authority)


def with_dispositions(lines: tuple[Line, ...], disposed: Iterable[Disposition]) -> tuple[Line, ...]:
    """The timeline goes on with what was destroyed after the call."""
    every = list(lines)
    for one in disposed:
        what = sentence(
            "{destroyed}, under {authority}",
            destroyed=_DESTROYED[one.record.series],
            authority=one.authority,
        )
        every.append(Line(len(every) + 1, one.at, "center", str(what), "end", view(what)))
    return tuple(every)
