"""A golden case, as an agency writes it in `cases/*.yaml`."""

import msgspec

from tierline.twin.earlier import Earlier
from tierline.twin.given import Written
from tierline.twin.systems import CaseSystemState, RecordsState


class Says(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are part of what is said."""

    says: str


Expected = str | Says
"""A prompt by name, with `@es` behind it where it has to be in that language; or words."""


class Systems(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`cases`: by default the agency's sample cases. `silent`: those of its case systems that do not answer,
    by id. `records`: the center's own database."""

    cases: CaseSystemState = "sample"
    silent: tuple[str, ...] = ()
    records: RecordsState = "kept"


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"caller": "from"}):
    """`at` is in the agency's time unless it has an offset. With `language`, the keys follow the choice of
    it. `hears` comes in this order, with anything in between; `outcome` names what has to be among its
    details; `sends` is all that is sent in writing, in order: `[]` is nothing. `staff` are agents on duty, by
    tier, and `ahead` callers who asked for a person before. All is closed where `closure` says why.
    `requests` were made before. `answers` are given instead of what the center would find: by what is asked,
    the outcome with its arguments, or what it offers to choose from."""

    name: str
    at: str
    caller: str = "+12025550111"
    language: str | None = None
    systems: Systems = Systems()
    staff: dict[str, int] = {}
    ahead: dict[str, int] = {}
    closure: str = ""
    requests: tuple[Earlier, ...] = ()
    answers: Written = {}
    keys: str = ""
    hears: tuple[Expected, ...] = ()
    never_hears: tuple[Expected, ...] = ()
    sends: tuple[Expected, ...] | None = None
    outcome: dict[str, str] = {}
