"""How a call between people stands, as screens show it: colleagues by their names."""

from typing import Literal

import msgspec

from tierline.calls.names import Ref, Tier
from tierline.calls.state import Call, Whom
from tierline.desk.views.said import Reasons
from tierline.ports.agency import Agency
from tierline.sentence import Sentence, SentenceView, view


class TransferView(msgspec.Struct, frozen=True, kw_only=True):
    """A colleague is brought in; `person` is the one asked for, or who has answered. `why` is `reason` for
    other languages, where it is not somebody's own words."""

    by: str
    to: Tier
    person: str | None
    reason: str
    why: SentenceView | None
    stage: Literal["seeking", "consulting"]
    purpose: Literal["transfer", "consult"]
    speaks_with: Whom


class HandedView(msgspec.Struct, frozen=True, kw_only=True):
    """What the agent before said to whoever takes the caller next. `why` as in a transfer."""

    by: str
    to: Tier
    reason: str
    why: SentenceView | None


class NotTakenView(msgspec.Struct, frozen=True, kw_only=True):
    """A colleague who was asked for by name did not take the call."""

    person: str
    outcome: Literal["rejected", "timed_out", "failed"]


def transfer_view(agency: Agency, call: Call, reasons: Reasons) -> TransferView | None:
    under_way = call.transfer
    if under_way is None:
        return None
    reason, why = _said(reasons, under_way.reason)
    person = next((colleague.agent for colleague in call.colleagues), under_way.person)
    return TransferView(
        by=agency.name_of(under_way.by),
        to=under_way.to,
        person=agency.name_of(person) if person else None,
        reason=reason,
        why=why,
        stage=under_way.stage,
        purpose=under_way.purpose,
        speaks_with=under_way.speaks_with,
    )


def handed_view(agency: Agency, call: Call, reasons: Reasons) -> HandedView | None:
    handed = call.handed
    if handed is None:
        return None
    reason, why = _said(reasons, handed.reason)
    return HandedView(by=agency.name_of(handed.by), to=handed.to, reason=reason, why=why)


def _said(reasons: Reasons, ref: Ref) -> tuple[str, SentenceView | None]:
    reason = reasons.get(ref, "")
    return str(reason), view(reason) if isinstance(reason, Sentence) else None


def not_taken_view(agency: Agency, call: Call) -> NotTakenView | None:
    missed = call.not_taken
    return NotTakenView(person=agency.name_of(missed.agent), outcome=missed.outcome) if missed else None
