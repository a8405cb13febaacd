"""What the flow asked of the center and what came of it, as the timeline tells of it."""

from collections.abc import Mapping

from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.sentence import Sentence, Value, sentence

_DID: Mapping[str, Sentence] = {
    "callback": sentence("promise a callback"),
    "send": sentence("send a message"),
    "request": sentence("make a Service Request"),
}
"""The steps that do something, beside those that look something up."""

_TOLD_BY_ITS_EVENT = frozenset(
    {
        ("callback", "promised"),
        ("callback", "promised_window"),
        ("send", "sent"),
        ("request", "created"),
        ("request", "referred"),
        ("refer", "then"),
    }
)
"""The promise, the message, the request and the referral are events, which say more."""

_WHY_NOT: Mapping[str, Value] = {
    "no_number": sentence("there is no number or address that we may use"),
    "away": sentence("a system did not answer"),
    "exists": sentence("it is made already"),
    "refused": sentence("this caller may not make it"),
}


def of_an_answer(what: str, outcome: str) -> Said:
    """None where the outcome has an event that tells of it."""
    if (what, outcome) in _TOLD_BY_ITS_EVENT:
        return None
    if did := _DID.get(what):
        why = _WHY_NOT.get(outcome, words.plain(outcome).lower())
        return "center", sentence("Could not {did}: {why}", did=did, why=why), "menu"
    looked, found = words.plain(what).lower(), words.plain(outcome).lower()
    return "center", sentence("Looked up {what}: {found}", what=looked, found=found), "menu"
