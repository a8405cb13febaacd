"""The agency's systems that know about cases."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec

from tierline.staff.entitlement import ViewerRole


class CaseSystemAway(Exception):
    """The system does not answer, or not now; nothing is known about any receipt asked for. Its words hold no
    receipt number and no fact: they are written to the log."""


class Source(msgspec.Struct, frozen=True):
    """Which system said something, and when. `stale` where it does not answer now, and this is what it said
    before."""

    system: str
    names: dict[str, str]
    as_of: datetime
    stale: bool = False


class Unanswered(msgspec.Struct, frozen=True):
    """A system that was asked and does not answer, since when: what it alone knows is not there."""

    system: str
    names: dict[str, str]
    since: datetime


class CaseRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One case, as much as is known of it: who may see what of it is for `staff.entitlement` to say. What no
    system gave is empty or None. Texts are by language.

    `file_office` is an office id or "electronic"; `normal_months` is how long cases of this form normally
    take. `email` is the applicant's address on file: it is written to, and never shown or said.
    `representative` is the name of who may speak for the applicant by a paper on file. `identity` has what
    else a caller can be recognised by, under the agency's own names. `sources` is by field, under the names
    that entitlements have; a single system leaves it and `unanswered` empty."""

    receipt: str
    form: str = ""
    status: str = ""
    status_texts: dict[str, str] = {}
    next_steps: dict[str, str] = {}
    updated: date | None = None
    received: date | None = None
    applicant: str = ""
    date_of_birth: date | None = None
    zip: str = ""
    file_office: str = ""
    processing_office: str = ""
    normal_months: int | None = None
    email: str | None = None
    representative: str | None = None
    identity: dict[str, str] = {}
    flags: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = {}
    unanswered: tuple[Unanswered, ...] = ()


def shows(case: CaseRecord, values: Mapping[str, frozenset[str]]) -> bool:
    """Whether each of these fields has one of its values, as the system writes them; a day as 2026-11-30."""
    return all(
        str(getattr(case, field, None) or case.identity.get(field, "")) in wanted
        for field, wanted in values.items()
    )


class Asked(msgspec.Struct, frozen=True):
    """How it is asked. What is said of the fields named in `newest` has to be of this very moment, or nothing
    is said at all. `role` is of whom it is for; None is the center's own rules, for which every system is
    asked."""

    newest: frozenset[str] = frozenset()
    role: ViewerRole | None = None


AT_EASE = Asked()


class ByHand(Exception):
    """We do not write this to that system: whoever did it there says so."""


class NotDone(Exception):
    """The system says that it did not do it. Its words hold no receipt number and no fact."""


class Act(msgspec.Struct, frozen=True):
    """What an officer does in one of the systems. The same `key` is done once, however often it is sent."""

    system: str
    action: str
    receipt: str
    key: str
    note: str = ""


class CaseSystem(ABC):
    @abstractmethod
    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        """Those that exist, in the order asked for, each once. May be repeated. Takes as long for a receipt
        that does not exist as for one that does. Raises CaseSystemAway. A single system answers of this
        moment, whoever asks; several that are joined go by `asked`."""

    async def act(self, act: Act) -> str:
        """Does it, and gives the system's own number of it, which may be empty: only then is it confirmed.
        May be repeated. Raises ByHand, NotDone, and CaseSystemAway where nobody knows whether it was done."""
        raise ByHand
