"""What people key, say and write is never in an event: it would be neither sealed nor destroyed."""

from collections.abc import Iterator
from typing import get_args

import msgspec

from tierline.calls.events import AnyEvent

CODES = {
    "action": "of a case system, as the agency names it",
    "agency": "the version of an agency",
    "asked": "the names of questions",
    "asking": "of an office: its own name",
    "away": "why a supervisor was not ready: a reason of the agency's",
    "because": "of a routing, or of the router: their own words",
    "by": "who of the agency",
    "channel": "of a message",
    "code": "of a disposition, as the agency names it",
    "contact": "as the agency names it",
    "fact": "the name of one",
    "facts": "the names of some",
    "form": "what was handed in in practice, by its own name",
    "interpreter": "as the agency names them",
    "key": "on the telephone, or what makes an act done once",
    "kind": "of a request or an emergency, as the agency names it",
    "language": "a code",
    "meaning": "of a key",
    "method": "of verifying, as the agency names it",
    "number": "that was dialled, of a request, or of an act in a case system",
    "of": "on whose leg a recording is",
    "office": "as the agency names it",
    "outcome": "of a look-up",
    "path": "steps of the flow",
    "prompt": "as the agency names it",
    "prompts": "as the agency names them",
    "queue": "as the agency names it",
    "recording": "the name of one, which says nothing",
    "request": "for an amendment: its own name",
    "script": "as the agency names it",
    "skills": "as the agency names them",
    "step": "of the flow, or of a guide",
    "subject": "as the agency names it",
    "system": "as the agency names it",
    "to": "where a guide leads",
    "what": "was looked up, or done",
    "where": "a call ended",
}
"""Names of fields that are text, and why it is nobody's own words."""

OUR_OWN = {
    ("Queued", "reason"),
    ("QueuePutOff", "reason"),
    ("ConsultEnded", "why"),
    ("TransferWithdrawn", "why"),
    ("CorrectionPassedOn", "fact"),
    ("Presented", "because"),
}
"""The center's own words, and those of an agency's flow."""


def test_a_field_of_text_is_a_name_a_code_or_a_reference() -> None:
    unknown = [
        (event, name) for event, name in _texts() if name not in CODES and (event, name) not in OUR_OWN
    ]
    assert unknown == []


def _texts() -> Iterator[tuple[str, str]]:
    for event in get_args(AnyEvent):
        of_text = (field.name for field in msgspec.structs.fields(event) if _holds_text(field.type))
        yield from ((event.__name__, name) for name in of_text)


def _holds_text(kind: object) -> bool:
    """Text as such: names of calls, legs and people, and references, are kinds of their own."""
    return kind is str or any(map(_holds_text, get_args(kind)))
