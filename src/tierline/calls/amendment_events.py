"""Somebody says that what is on record of them is wrong (5 U.S.C. 552a(d)). What was there stays, and what is
right stands beside it: a history is never written anew."""

from tierline.calls.event import Event
from tierline.calls.names import Ref


class AmendmentAsked(Event, frozen=True, tag=True):
    """Of the value that `of` stands for; `asks` is what is wrong and what would be right, in the person's
    words. `request` names this one; `by` gave the command for it."""

    request: str
    of: Ref
    asks: Ref
    by: str


class AmendmentGranted(Event, frozen=True, tag=True):
    """`instead` is the right value, `why` it is."""

    request: str
    instead: Ref
    why: Ref
    by: str


class AmendmentDenied(Event, frozen=True, tag=True):
    """The value stays as it was, and `why`."""

    request: str
    why: Ref
    by: str


class DisagreementStated(Event, frozen=True, tag=True):
    """What the person says to a denial: from then on it goes along with every disclosure of the value."""

    request: str
    statement: Ref
    by: str


AmendmentEvent = AmendmentAsked | AmendmentGranted | AmendmentDenied | DisagreementStated
