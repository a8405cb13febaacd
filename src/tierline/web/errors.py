"""Every failure as one plain sentence and a code."""

import re
from collections.abc import Mapping
from functools import reduce
from typing import Any, Literal

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from tierline.desk.changing_desks import InCallElsewhere
from tierline.desk.refusal import NotFilledIn, NotFound, Refusal, Refused
from tierline.ports.store import Conflict, StoreAway
from tierline.ports.switch import LegGone, SwitchAway
from tierline.sentence import Sentence, sentence
from tierline.web.guards import MustWait, NotAllowed, NotSignedIn

log = structlog.get_logger()

Code = Literal[
    "not_signed_in", "must_wait", "not_allowed", "not_found", "invalid", "conflict", "in_call", "away"
]


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """`error` is the whole sentence in English, `sentence` what a screen says it by in another language.
    `fields` is what is wrong of each field of a form, where that can be told."""

    error: str
    code: Code
    sentence: Sentence
    fields: Mapping[str, Sentence] = {}


class Invalid(Refusal):
    """What was sent cannot be used; names the field."""


REFUSED_WITH: dict[type[Refusal], tuple[int, Code]] = {
    NotSignedIn: (401, "not_signed_in"),
    MustWait: (429, "must_wait"),
    NotAllowed: (403, "not_allowed"),
    NotFound: (404, "not_found"),
    Invalid: (400, "invalid"),
    InCallElsewhere: (409, "in_call"),
    Refused: (409, "conflict"),
    NotFilledIn: (409, "conflict"),
}

_LENGTH = re.compile(r"of length <= (\d+)")
"""In what the decoder says of a text that is too long."""


def answer(_: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    status, code, why = _problem(error)
    fields = error.fields if isinstance(error, NotFilledIn) else {}
    return Response(Problem(str(why), code, why, fields), status_code=status, media_type="application/json")


def _problem(error: Exception) -> tuple[int, Code, Sentence]:
    match error:
        case Refusal():
            return *REFUSED_WITH[type(error)], error.sentence
        case Conflict():
            return 409, "conflict", sentence("someone else was first; look again and repeat if need be")
        case LegGone():
            return 409, "conflict", sentence("the other side has just hung up")
        case StoreAway():
            return 503, "away", sentence("the database does not answer; nothing was kept, try again soon")
        case SwitchAway():
            return 503, "away", sentence("the telephone engine does not answer; try again soon")
        case ValidationException():
            return 400, "invalid", _what_is_wrong(error)
        case HTTPException() if error.status_code in (404, 405):
            return 404, "not_found", sentence("there is nothing here")
        case HTTPException() if error.status_code < 500:
            return 400, "invalid", sentence("this request cannot be read")
        case _:
            log.error("a request failed", exc_info=error)
            return 500, "away", sentence("something failed here; it is in the log of the center")


def _what_is_wrong(error: ValidationException) -> Sentence:
    """Names the field and what was expected of it, never what was sent."""
    details = [detail for detail in error.extra or [] if isinstance(detail, dict)]
    wrong = [_of_field(detail.get("key"), str(detail.get("message", ""))) for detail in details]
    if not wrong:
        return sentence("this request cannot be read")
    return reduce(lambda one, other: sentence("{one}; {other}", one=one, other=other), wrong)


def _of_field(key: str | None, message: str) -> Sentence:
    field = key or sentence("the request")
    if "RFC3339" in message:
        return sentence("{field}: a date is written YYYY-MM-DD", field=field)
    if too_long := _LENGTH.search(message):
        return sentence("{field}: write at most {most} characters", field=field, most=too_long[1])
    if message.startswith("Invalid enum value"):
        return sentence("{field}: this is none of those that there are", field=field)
    said = message.replace("Object missing required field", "this field is missing:").replace("`", "")
    return sentence("{field}: {expected}", field=field, expected=said)
