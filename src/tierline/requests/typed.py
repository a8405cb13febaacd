"""Whether what was typed for a fact can be it: told beside its field, before anything is made."""

import re
from datetime import date

from tierline.requests.kinds import FactNeeded
from tierline.sentence import Sentence, sentence

_ZIP = re.compile(r"[0-9]{5}(-[0-9]{4})?", re.ASCII)


def why_not(fact: FactNeeded, typed: str, *, today: date) -> Sentence | None:
    """None for what can be it, and while nothing is typed. Whether a receipt number is one is for the
    agency's table of them to say."""
    typed = typed.strip()
    if not typed:
        return None
    match fact.form:
        case "date":
            return _why_no_day(fact, typed, today)
        case "zip" if not _ZIP.fullmatch(typed):
            return sentence("a ZIP code has five digits, or nine with a dash")
        case "choice" if typed not in fact.choices:
            return sentence("choose one of these")
        case _:
            return None


def _why_no_day(fact: FactNeeded, typed: str, today: date) -> Sentence | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return sentence("write the day as in {example}", example=today.isoformat())
    if fact.days == "past" and day > today:
        return sentence("this day is still to come: it is asked when it was")
    if fact.days == "to_come" and day < today:
        return sentence("this day is over: it is asked for when it will be")
    return None
