"""A case to practise with: a simulated caller, what they say, and what good handling looks like."""

from datetime import date
from typing import Annotated

import msgspec

from tierline.calls.names import Tier
from tierline.calls.practice import Expected

Words = dict[str, str]
"""Per language."""


class CallersLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the caller says, and for how many seconds they then wait for the agent before they go on by
    themselves: the agent's screen has a button to have them go on at once."""

    says: Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
    wait_seconds: Annotated[float, msgspec.Meta(ge=1, le=600)] = 25


class Facts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the case system would say of the caller's case; invented, whole, and asked of no system.
    `status_texts` and `next_steps` by language."""

    receipt: str
    form: str
    status: str
    status_texts: Words
    next_steps: Words
    updated: date
    received: date
    applicant: str
    date_of_birth: date
    zip: str
    file_office: str
    processing_office: str
    normal_months: int
    representative: str | None = None
    identity: dict[str, str] = {}
    flags: frozenset[str] = frozenset()


class PracticeCase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of `practice/`. `language` is the caller's; `tier` is whose work it is; `path` and `keyed` are
    what the caller chose and keyed before a person came, by steps of the flow and kinds of value. `caller`
    are their lines, in order."""

    id: str
    titles: Words
    descriptions: Words
    language: str
    tier: Tier
    path: tuple[str, ...] = ()
    keyed: dict[str, str] = {}
    caller: Annotated[tuple[CallersLine, ...], msgspec.Meta(min_length=1)]
    facts: Facts | None = None
    expected: Expected = Expected()


def open_to(cases: tuple[PracticeCase, ...], tier: Tier | None) -> tuple[PracticeCase, ...]:
    """Those of the agent's own work."""
    return tuple(case for case in cases if case.tier == tier)


def find(cases: tuple[PracticeCase, ...], name: str) -> PracticeCase | None:
    return next((case for case in cases if case.id == name), None)
