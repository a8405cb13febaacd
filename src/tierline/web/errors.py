"""Every failure as one plain sentence and a code."""

from typing import Any, Literal

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from tierline.desk.changing_desks import InCallElsewhere
from tierline.desk.refusal import NotFound, Refused
from tierline.ports.store import Conflict, StoreAway
from tierline.ports.switch import LegGone, SwitchAway
from tierline.web.guards import MustWait, NotAllowed, NotSignedIn

log = structlog.get_logger()

Code = Literal[
    "not_signed_in", "must_wait", "not_allowed", "not_found", "invalid", "conflict", "in_call", "away"
]


class Problem(msgspec.Struct, frozen=True):
    error: str
    code: Code


class Invalid(Exception):
    """What was sent cannot be used; the message is a plain sentence that names the field."""


_IN_THEIR_WORDS: dict[type[Exception], tuple[int, Code]] = {
    NotSignedIn: (401, "not_signed_in"),
    MustWait: (429, "must_wait"),
    NotAllowed: (403, "not_allowed"),
    NotFound: (404, "not_found"),
    Invalid: (400, "invalid"),
}


def answer(_: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    status, problem = _problem(error)
    return Response(problem, status_code=status, media_type="application/json")


def _problem(error: Exception) -> tuple[int, Problem]:
    match error:
        case NotSignedIn() | MustWait() | NotAllowed() | NotFound() | Invalid():
            status, named = _IN_THEIR_WORDS[type(error)]
            return status, Problem(str(error), named)
        case Refused():
            code: Code = "in_call" if isinstance(error, InCallElsewhere) else "conflict"
            return 409, Problem(str(error), code)
        case Conflict():
            return 409, Problem("someone else was first; look again and repeat if need be", "conflict")
        case LegGone():
            return 409, Problem("the other side has just hung up", "conflict")
        case StoreAway():
            return 503, Problem("the database does not answer; nothing was kept, try again soon", "away")
        case SwitchAway():
            return 503, Problem("the telephone engine does not answer; try again soon", "away")
        case ValidationException():
            return 400, Problem(_what_is_wrong(error), "invalid")
        case HTTPException():
            return _of_http(error)
        case _:
            log.error("a request failed", exc_info=error)
            return 500, Problem("something failed here; it is in the log of the center", "away")


def _of_http(error: HTTPException) -> tuple[int, Problem]:
    if error.status_code in (404, 405):
        return 404, Problem("there is nothing here", "not_found")
    if error.status_code < 500:
        return 400, Problem("this request cannot be read", "invalid")
    log.error("a request failed", exc_info=error)
    return 500, Problem("something failed here; it is in the log of the center", "away")


def _what_is_wrong(error: ValidationException) -> str:
    """Names the field and what was expected of it, never what was sent."""
    details = [d for d in error.extra or [] if isinstance(d, dict)]
    sentences = [f"{d.get('key', 'the request')}: {_plainly(str(d.get('message', '')))}" for d in details]
    return "; ".join(sentences) or "this request cannot be read"


def _plainly(message: str) -> str:
    if "RFC3339" in message:
        return "a date is written YYYY-MM-DD"
    return message.replace("Object missing required field", "this field is missing:").replace("`", "")
