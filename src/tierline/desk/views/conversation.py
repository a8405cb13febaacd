"""How a call between people stands, as screens show it: colleagues by their names."""

from typing import Literal

import msgspec

from tierline.calls.names import Tier
from tierline.calls.state import Call, Whom
from tierline.ports.agency import Agency


class TransferView(msgspec.Struct, frozen=True, kw_only=True):
    """A colleague is brought in; `person` is the one asked for, or who has answered."""

    by: str
    to: Tier
    person: str | None
    reason: str
    stage: Literal["seeking", "consulting"]
    purpose: Literal["transfer", "consult"]
    speaks_with: Whom


class HandedView(msgspec.Struct, frozen=True, kw_only=True):
    """What the agent before said to whoever takes the caller next."""

    by: str
    to: Tier
    reason: str


class NotTakenView(msgspec.Struct, frozen=True, kw_only=True):
    """A colleague who was asked for by name did not take the call."""

    person: str
    outcome: Literal["rejected", "timed_out", "failed"]


def transfer_view(agency: Agency, call: Call) -> TransferView | None:
    under_way = call.transfer
    if under_way is None:
        return None
    person = next((colleague.agent for colleague in call.colleagues), under_way.person)
    return TransferView(
        by=agency.name_of(under_way.by),
        to=under_way.to,
        person=agency.name_of(person) if person else None,
        reason=under_way.reason,
        stage=under_way.stage,
        purpose=under_way.purpose,
        speaks_with=under_way.speaks_with,
    )


def handed_view(agency: Agency, call: Call) -> HandedView | None:
    handed = call.handed
    return HandedView(by=agency.name_of(handed.by), to=handed.to, reason=handed.reason) if handed else None


def not_taken_view(agency: Agency, call: Call) -> NotTakenView | None:
    missed = call.not_taken
    return NotTakenView(person=agency.name_of(missed.agent), outcome=missed.outcome) if missed else None
