"""Who hears whom in a call between people: told from its state alone, so that anybody can put everyone where
they belong again."""

import msgspec

from tierline.calls.asked_office import AskedOffice
from tierline.calls.names import LegId
from tierline.calls.state import Call, Serving


class Seats(msgspec.Struct, frozen=True):
    """Legs, each in one place: `talk` with the caller, `consult` about them out of their hearing, or `apart`
    with music."""

    talk: tuple[LegId, ...] = ()
    consult: tuple[LegId, ...] = ()
    apart: tuple[LegId, ...] = ()


def seats(call: Call) -> Seats:
    """Of a call in which agents take part. The caller comes first: where they waited becomes the room."""
    consulting, colleagues = call.consulting, _legs(call.colleagues)
    everyone, interpreter = _legs(call.serving), _interpreter(call)
    if contact := _contact(call):
        return _with_contact(call, contact, (*everyone, *interpreter))
    if consulting is None or consulting.speaks_with == "everyone":
        return _with_caller(call, (*everyone, *interpreter), ())
    if consulting.speaks_with == "caller":
        return _with_caller(call, (*_but(everyone, colleagues), *interpreter), colleagues)
    return Seats(consult=everyone, apart=(call.leg, *interpreter))


def _with_contact(call: Call, contact: AskedOffice, others: tuple[LegId, ...]) -> Seats:
    """The caller, and who interprets for them, do not hear what the office says to the supervisor alone."""
    assert contact.leg
    if contact.speaks_with == "contact":
        by_themselves = _legs(call.serving)
        return Seats(consult=(*by_themselves, contact.leg), apart=(call.leg, *_but(others, by_themselves)))
    if contact.speaks_with == "caller":
        return _with_caller(call, others, (contact.leg,))
    return _with_caller(call, (*others, contact.leg), ())


def _contact(call: Call) -> AskedOffice | None:
    part = call.contact_part
    return part if part and part.state == "joined" else None


def _with_caller(call: Call, others: tuple[LegId, ...], apart: tuple[LegId, ...]) -> Seats:
    if call.held:
        return Seats(talk=others, apart=(call.leg, *apart))
    return Seats(talk=(call.leg, *others), apart=apart)


def _interpreter(call: Call) -> tuple[LegId, ...]:
    part = call.interpreter
    return (part.leg,) if part and part.joined else ()


def _legs(serving: tuple[Serving, ...]) -> tuple[LegId, ...]:
    return tuple(s.leg for s in serving)


def _but(legs: tuple[LegId, ...], without: tuple[LegId, ...]) -> tuple[LegId, ...]:
    return tuple(leg for leg in legs if leg not in without)
