"""A member of staff, and which roles their employment leaves open to them."""

from typing import Literal

import msgspec

from tierline.calls.names import AgentId, Tier

Role = Literal["csr", "officer", "supervisor", "lead", "quality", "workforce", "clerk", "author", "approver"]
Employment = Literal["federal", "contract"]

TIER_OF: dict[Role, Tier] = {"csr": "1", "officer": "2", "supervisor": "supervisor"}
"""Tier 1 is CSRs, Tier 2 officers, above them supervisory officers (policy A6, B3.2, B4)."""

FOR_FEDERAL_STAFF_ONLY: frozenset[Role] = frozenset({"officer", "supervisor"})

OVER_THEIR_SITE: frozenset[Role] = frozenset({"lead", "quality", "workforce"})
"""They look after Tier 1 of their own site, and take no calls. Contractors may do that too (ours)."""


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`number` is what callers are told to note ("agent 4 0 1 2"). `office` is a clerk's, `vendor` the
    company that a contractor works for. Raises ValueError for a contractor in an officer's or supervisor's
    role (policy A7), by whatever door the person comes in."""

    user: AgentId
    name: str
    role: Role
    number: str
    employment: Employment
    languages: tuple[str, ...] = ("en",)
    site: str = "main"
    vendor: str = ""
    office: str | None = None
    grants: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    """For callers whom the flow sends to such agents alone."""

    def __post_init__(self) -> None:
        if self.employment == "contract" and self.role in FOR_FEDERAL_STAFF_ONLY:
            raise ValueError(f"{self.user}: a contract employee cannot be {self.role}")
        if self.vendor and self.employment != "contract":
            raise ValueError(f"{self.user}: only a contract employee works for a vendor")
        if (self.role == "clerk") != (self.office is not None):
            raise ValueError(f"{self.user}: a clerk, and only a clerk, belongs to an office")

    @property
    def tier(self) -> Tier | None:
        return TIER_OF.get(self.role)


class StaffFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`staff.yaml`."""

    staff: tuple[Person, ...]
