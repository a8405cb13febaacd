"""The kinds of request that an agency takes, and what each needs to be useful to the office."""

from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from tierline.offices.provenance import Sourced
from tierline.requests.target import Target

MakerRole = Literal["csr", "officer", "supervisor", "ivr"]
Again = Literal["follow_up", "new"]
"""What the next submission about the same case is, while the one before is not answered."""


class FactNeeded(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to ask the caller for. `form` tells a screen what kind of field to show, `days` which days it
    can be for a date; `labels` by language. Where the caller has `keyed` a value of this kind, or else this
    fact `of_case` may be seen by whoever serves, it is filled in with that, to be asked and changed."""

    id: str
    form: Literal["text", "long_text", "date", "zip", "receipt", "choice"]
    labels: dict[str, str]
    choices: tuple[str, ...] = ()
    days: Literal["any", "past", "to_come"] = "any"
    keyed: str = ""
    of_case: str = ""


class RequestKind(Sourced, frozen=True):
    """`needs` are ids of `FactNeeded`. `target` is how long the office has. `by` are the roles that may make
    it: the policy names the CSR (B2.3) and the supervisor (B4.4c); officers are ours, and the IVR only
    where the agency opts in. A request `about_a_case` is made in the IVR only by a caller who proved that the
    case is theirs. What comes `again` about the same case before the answer is a follow-up on the first
    request, or a new one where each is of another thing. An `agency_error` asks the office to alleviate a
    wait that the agency's own error caused (B4.4d). Raises ValueError for one that is open to others than
    supervisors."""

    id: str
    names: dict[str, str]
    needs: tuple[str, ...]
    priority: bool
    target: Target
    by: tuple[MakerRole, ...]
    about_a_case: bool = True
    agency_error: bool = False
    again: Again = "follow_up"

    def __post_init__(self) -> None:
        if self.agency_error and self.by != ("supervisor",):
            raise ValueError(f"{self.id}: supervisors alone ask for relief of the agency's own error")


class RequestKindsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`request-kinds.yaml`. Raises ValueError when a kind needs a fact that is not declared."""

    facts: tuple[FactNeeded, ...]
    kinds: tuple[RequestKind, ...]

    def __post_init__(self) -> None:
        declared = {fact.id for fact in self.facts}
        for kind in self.kinds:
            if undeclared := set(kind.needs) - declared:
                raise ValueError(f"{kind.id} needs undeclared facts: {', '.join(sorted(undeclared))}")

    def kind(self, kind: str) -> RequestKind | None:
        return next((known for known in self.kinds if known.id == kind), None)

    def needed_by(self, kind: RequestKind) -> tuple[FactNeeded, ...]:
        by_id = {fact.id: fact for fact in self.facts}
        return tuple(by_id[fact] for fact in kind.needs)


def may_make(kind: RequestKind, role: str) -> bool:
    return role in kind.by


def missing(kind: RequestKind, given: Mapping[str, str] | Collection[str]) -> tuple[str, ...]:
    """Facts the kind needs that were not given, or given blank, in the order to ask for them."""
    if isinstance(given, Mapping):
        given = {fact for fact, value in given.items() if value.strip()}
    return tuple(fact for fact in kind.needs if fact not in given)
