"""Looks at a form before a request is made of it, and while it is filled in."""

from collections.abc import Mapping

from tierline.desk.center import Center
from tierline.desk.refusal import NotFilledIn
from tierline.ivr.receipts import MalformedReceipt, readings
from tierline.requests.kinds import FactNeeded, RequestKind, missing
from tierline.requests.typed import why_not
from tierline.sentence import Sentence, sentence

RECEIPT = "receipt"
"""Which every form has a field for, whatever its kind needs."""


def must_be_whole(center: Center, kind: RequestKind, facts: Mapping[str, str]) -> None:
    """Raises NotFilledIn, with what is wrong of each fact, or lacks."""
    needed = {fact.id: fact for fact in center.agency.kinds.needed_by(kind)}
    lacking = missing(kind, facts)
    wrong = wrong_of(center, kind, facts)
    beside = {**wrong, **{fact: sentence("this is still needed") for fact in lacking}}
    if lacking:
        labels = [needed[fact].labels for fact in lacking]
        raise NotFilledIn.beside(beside, sentence("still needed: {facts}", facts=labels))
    if wrong:
        raise NotFilledIn.beside(beside, sentence("some of it cannot be right: look at each field"))


def wrong_of(center: Center, kind: RequestKind, facts: Mapping[str, str]) -> dict[str, Sentence]:
    """By fact; nothing of what is not filled in yet."""
    today = center.clock.now().astimezone(center.agency.zone).date()
    needed: dict[str, FactNeeded] = {fact.id: fact for fact in center.agency.kinds.needed_by(kind)}
    found: dict[str, Sentence | None] = {
        name: why_not(fact, facts.get(name, ""), today=today) for name, fact in needed.items()
    }
    receipts = {name for name, fact in needed.items() if fact.form == "receipt"} | {RECEIPT}
    found |= {name: _why_no_receipt(center, facts.get(name, "")) for name in receipts}
    return {name: why for name, why in found.items() if why}


def tidied(center: Center, facts: Mapping[str, str]) -> dict[str, str]:
    """Without blanks around, and the receipt number in its one written form, where it is one."""
    plain = {fact: value.strip() for fact, value in facts.items() if value.strip()}
    if receipt := plain.get(RECEIPT):
        plain[RECEIPT] = next(iter(_read(center, receipt)), receipt)
    return plain


def _why_no_receipt(center: Center, typed: str) -> Sentence | None:
    """An agency without a table of them takes any."""
    if not typed.strip() or not center.agency.receipts.prefixes:
        return None
    match _read(center, typed):
        case ():
            return sentence("that is not a receipt number: it has three letters and ten digits")
        case (_,):
            return None
        case _:
            return sentence("write the receipt number with its letters: the digits alone fit several")


def _read(center: Center, typed: str) -> tuple[str, ...]:
    try:
        return readings(typed, center.agency.receipts)
    except MalformedReceipt:
        return ()
