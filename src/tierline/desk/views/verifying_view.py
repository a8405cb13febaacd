"""What an agent asks a caller to be recognised by, and what there is to do when they are not."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from tierline.calls.names import Speaker, Through, TriedAt
from tierline.calls.state import Call
from tierline.calls.verification_events import AttemptAllowed, Verified
from tierline.desk import verifying
from tierline.desk.center import Center
from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency
from tierline.staff.person import Person
from tierline.staff.verification.policy import Comparing, VerificationFile

Words = Mapping[str, str]
"""By language."""

_THROUGH: Mapping[Through, str] = {"interpreter": "an interpreter", "relay": "a relay operator"}
_TRIED_AT: Mapping[TriedAt, str] = {
    "ivr": "the IVR",
    "1": "Tier 1",
    "2": "Tier 2",
    "supervisor": "the supervisors",
    "unit": "those cleared for special verification",
}


class QuestionView(msgspec.Struct, frozen=True, kw_only=True):
    """`of` is who alone is asked it."""

    id: str
    names: Words
    asks: Words
    compare: Comparing
    of: Speaker | None


class LevelView(msgspec.Struct, frozen=True, kw_only=True):
    """What has to be right: all `needed`, and so many of the `others`."""

    level: Literal["basic", "special"]
    needed: tuple[str, ...]
    right: int
    others: tuple[str, ...]


class RecognisedView(msgspec.Struct, frozen=True, kw_only=True):
    speaker: Speaker
    through: tuple[Through, ...]


class UnitView(msgspec.Struct, frozen=True, kw_only=True):
    names: Words
    offers: Words


class VerifyingView(msgspec.Struct, frozen=True, kw_only=True):
    """`questions` are those of the viewer, in the order in which they are asked. `left` of so many `attempts`
    where the caller is served; `through`, as the center knows already. `unit` is who verifies specially,
    offered for every caller alike."""

    questions: tuple[QuestionView, ...]
    levels: tuple[LevelView, ...]
    representative: bool
    attempts: int
    left: int
    used_up: Words
    unit: UnitView | None
    through: tuple[Through, ...]
    may_allow: bool


def verifying_view(center: Center, call: Call, viewer: Person, *, takes_part: bool) -> VerifyingView | None:
    """None where the agency has nothing to verify by, or nobody serves the caller. Nothing of it follows from
    a case."""
    policy, tried_at = center.agency.verification, verifying.where_served(center, call)
    if policy is None or tried_at is None:
        return None
    if takes_part and viewer.tier:
        tried_at = verifying.where_counted(policy, viewer)
    left = verifying.attempts_left(policy, call, tried_at)
    interpreter = call.interpreter is not None and call.interpreter.joined
    known: Sequence[tuple[Through, bool]] = (("interpreter", interpreter), ("relay", call.relay))
    return VerifyingView(
        questions=_questions(policy, viewer) if takes_part else (),
        levels=_levels(policy, viewer) if takes_part else (),
        representative=bool(policy.representative),
        attempts=policy.attempts,
        left=left,
        used_up=policy.used_up,
        unit=_unit(policy, viewer) if takes_part else None,
        through=tuple(name for name, so in known if so),
        may_allow=viewer.role == "supervisor" and not takes_part and left == 0,
    )


def _unit(policy: VerificationFile, viewer: Person) -> UnitView | None:
    """None for those who verify specially themselves, and for supervisors: no call goes down."""
    if policy.unit is None or policy.clears(viewer.grants) or viewer.tier == "supervisor":
        return None
    return UnitView(names=policy.unit.names, offers=policy.unit.offers)


def recognised_view(call: Call) -> RecognisedView | None:
    if call.recognised is None:
        return None
    return RecognisedView(speaker=call.recognised.speaker, through=call.recognised.through)


def of_verifying(agency: Agency, event: object) -> Said:
    match event:
        case Verified() as verified:
            outcome = verified.verification
            told = "not confirmed" if outcome == "none" else f"confirmed ({outcome})"
            who = agency.name_of(verified.by) if verified.by else "center"
            return who, f"Identity {told}, {_how(agency, verified)}", "agent" if verified.by else "menu"
        case AttemptAllowed(by=by, tried_at=tried_at):
            allowed = f"Allowed {_TRIED_AT[tried_at]} another attempt to verify the caller"
            return agency.name_of(by), allowed, "agent"
        case _:
            return None


def _how(agency: Agency, verified: Verified) -> str:
    """Of calls before questions were data, by the words of then."""
    if not verified.asked:
        return f"by {verified.method}"
    keyed = "keyed" if verified.by is None else "asked"
    speaking = "; a representative speaks" if verified.speaker == "representative" else ""
    through = f"; by way of {' and '.join(_THROUGH[t] for t in verified.through)}" if verified.through else ""
    return f"{keyed}: {_named(agency, verified.asked)}{speaking}{through}"


def _named(agency: Agency, asked: Sequence[str]) -> str:
    known = agency.verification.questions if agency.verification else {}
    names = (known[one].names.get("en", one) if one in known else words.plain(one) for one in asked)
    return ", ".join(name.lower() if name.istitle() else name for name in names)


def _questions(policy: VerificationFile, viewer: Person) -> tuple[QuestionView, ...]:
    asked = policy.asked(viewer.grants, "representative")
    return tuple(
        QuestionView(
            id=name,
            names=policy.questions[name].names,
            asks=policy.questions[name].asks,
            compare=policy.questions[name].compare,
            of="representative" if name in policy.representative else None,
        )
        for name in asked
    )


def _levels(policy: VerificationFile, viewer: Person) -> tuple[LevelView, ...]:
    """The lowest first."""
    found = [
        LevelView(
            level=name,
            needed=level.right,
            right=level.others.right if level.others else 0,
            others=level.others.of if level.others else (),
        )
        for name, level in policy.open_to(viewer.grants)
    ]
    return tuple(reversed(found))
