"""Whether a row of the routing table fits a matter, and how particularly."""

import msgspec

from tierline.offices.directory import Directory
from tierline.offices.jurisdictions import Residence, fit
from tierline.offices.office import Office
from tierline.requests.table import Living, Row

ELECTRONIC = "electronic"
"""Where the file of an electronic (IOE) case "is": it has no place."""

Particularity = tuple[int, int, int, int]
"""Of kind, file, processing and residence, in the order of their weight."""

_ANYTHING, _A_KIND_OF_OFFICE, _THIS_ONE = 0, 1, 2


class RoutingFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a matter. `file_office` is an office id, "electronic", or None when not known."""

    kind: str
    file_office: str | None = None
    processing_office: str | None = None
    residence: Residence | None = None


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """The offices that the facts name. One that the directory does not have is as good as unknown."""

    file: Office | None
    processing: Office | None
    residence: Office | None
    electronic: bool


def places(directory: Directory, facts: RoutingFacts) -> Places:
    return Places(
        file=directory.find(facts.file_office),
        processing=directory.find(facts.processing_office),
        residence=directory.serving(facts.residence) if facts.residence else None,
        electronic=facts.file_office == ELECTRONIC,
    )


def particularity(row: Row, facts: RoutingFacts, where: Places) -> Particularity | None:
    """None when the row does not fit."""
    if row.when.kind and facts.kind not in row.when.kind:
        return None
    file = ELECTRONIC if where.electronic else where.file
    fits = (_office(row.when.file_at, file), _office(row.when.processed_by, where.processing))
    lives = _lives(row.when.lives, facts.residence)
    if fits[0] is None or fits[1] is None or lives is None:
        return None
    return (int(bool(row.when.kind)), fits[0], fits[1], lives)


def _office(wanted: tuple[str, ...], is_: Office | str | None) -> int | None:
    if not wanted:
        return _ANYTHING
    if not isinstance(is_, Office):
        return _THIS_ONE if (is_ or "unknown") in wanted else None
    if is_.id in wanted:
        return _THIS_ONE
    return _A_KIND_OF_OFFICE if is_.kind in wanted else None


def _lives(wanted: Living | None, residence: Residence | None) -> int | None:
    """Country before state before county before ZIP, the longer prefix the more particular."""
    if wanted is None:
        return 0
    if residence is None:
        return None
    fits = [
        int(wanted.abroad and residence.abroad),
        2 * (residence.country in wanted.countries),
        3 * (residence.state in wanted.states),
        4 * (residence.county in wanted.counties),
    ]
    if residence.zip:
        fits += [4 + digits for entry in wanted.zips if (digits := fit(entry, residence.zip))]
    return max(fits) or None
