"""What an agent asks a caller to be recognised by, and what there is to do when they are not."""

from collections.abc import Mapping, Sequence
from functools import reduce
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
from tierline.sentence import Sentence, Value, sentence
from tierline.staff.person import Person
from tierline.staff.verification.policy import Comparing, VerificationFile

Words = Mapping[str, str]
"""By language."""

_THROUGH: Mapping[Through, Sentence] = {
    "interpreter": sentence("an interpreter"),
    "relay": sentence("a relay operator"),
}
_LEVELS = {"basic": sentence("basic"), "special": sentence("special")}
_TRIED_AT: Mapping[TriedAt, Sentence] = {
    "ivr": sentence("the IVR"),
    "1": sentence("Tier 1"),
    "2": sentence("Tier 2"),
    "supervisor": sentence("the supervisors"),
    "unit": sentence("those cleared for special verification"),
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
            how, who = _how(agency, verified), agency.name_of(verified.by) if verified.by else "center"
            told = (
                sentence("Identity not confirmed, {how}", how=how)
                if outcome == "none"
                else sentence("Identity confirmed ({level}), {how}", level=_LEVELS[outcome], how=how)
            )
            return who, told, "agent" if verified.by else "menu"
        case AttemptAllowed(by=by, tried_at=tried_at):
            allowed = sentence(
                "Allowed {whom} another attempt to verify the caller", whom=_TRIED_AT[tried_at]
            )
            return agency.name_of(by), allowed, "agent"
        case _:
            return None


def _how(agency: Agency, verified: Verified) -> Sentence:
    """Of calls before questions were data, by the words of then."""
    if not verified.asked:
        return sentence("by {method}", method=verified.method)
    asked = _named(agency, verified.asked)
    how = (
        sentence("keyed: {asked}", asked=asked)
        if verified.by is None
        else sentence("asked: {asked}", asked=asked)
    )
    if verified.speaker == "representative":
        how = sentence("{how}; a representative speaks", how=how)
    if verified.through:
        people = reduce(
            lambda one, other: sentence("{one} and {other}", one=one, other=other),
            (_THROUGH[through] for through in verified.through),
        )
        how = sentence("{how}; by way of {people}", how=how, people=people)
    return how


def _named(agency: Agency, asked: Sequence[str]) -> list[Value]:
    known = agency.verification.questions if agency.verification else {}
    return [_within(known[one].names) if one in known else _in_a_sentence(words.plain(one)) for one in asked]


def _within(names: Words) -> Words:
    return {language: _in_a_sentence(name) for language, name in names.items()}


def _in_a_sentence(name: str) -> str:
    return name.lower() if name.istitle() else name


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
