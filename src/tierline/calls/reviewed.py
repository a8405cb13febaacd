"""What supervisors found of the words that callers were told: the last finding holds, those before it stay on
record."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec
from msgspec.structs import replace

from tierline.calls.events import Recorded
from tierline.calls.names import AgentId, CallId, Ref
from tierline.calls.review_events import CorrectionPassedOn, CorrectionSeen, Reviewed, Verdict
from tierline.calls.service_events import OwnWordsAdded, ScriptPresented
from tierline.sentence import Sentence, sentence

LONGEST = 2000
"""Characters of the right words, and of what was wrong."""

Told = ScriptPresented | OwnWordsAdded


Verdicts = Counter[tuple[str, int, Verdict]]
"""How often each version of each script was verified, and corrected."""


class Of(msgspec.Struct, frozen=True):
    """What a review is about: all the words, or one fact in them."""

    call: CallId
    said: Ref
    fact: str = ""


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """`seen` is when the agent read it; `passed_on` are the Service Requests that it was added to."""

    of: Of
    by: AgentId
    agent: AgentId
    at: datetime
    verdict: Verdict
    script: str = ""
    version: int = 0
    instead: Ref | None = None
    why: Ref | None = None
    seen: datetime | None = None
    passed_on: tuple[str, ...] = ()


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a supervisor says of it, in words that are not kept yet."""

    verdict: Verdict
    fact: str = ""
    instead: str = ""
    why: str = ""


def told(history: Iterable[Recorded]) -> dict[Ref, Told]:
    """Whatever was presented, by the reference to its words."""
    return {r.event.text: r.event for r in history if isinstance(r.event, Told)}


def reviews(history: Iterable[Recorded]) -> Mapping[Of, tuple[Review, ...]]:
    """Of any calls, in the order in which it happened. The last of each holds."""
    found: dict[Of, tuple[Review, ...]] = {}
    for recorded in history:
        match recorded.event:
            case Reviewed() as event:
                of = Of(recorded.call, event.said, event.fact)
                found[of] = (*found.get(of, ()), _review(of, event, recorded.at))
            case CorrectionSeen(said=said, fact=fact):
                _with_last(found, Of(recorded.call, said, fact), seen=recorded.at)
            case CorrectionPassedOn(said=said, fact=fact, number=number):
                of = Of(recorded.call, said, fact)
                before = found[of][-1].passed_on if of in found else ()
                _with_last(found, of, passed_on=(*before, number))
    return found


def corrections(history: Iterable[Recorded]) -> list[Review]:
    """Those that hold, the newest first."""
    last = (each[-1] for each in reviews(history).values())
    return sorted((r for r in last if r.verdict == "corrected"), key=lambda r: r.at, reverse=True)


def verdicts(history: Iterable[Recorded]) -> Verdicts:
    """By what holds."""
    last = (each[-1] for each in reviews(history).values())
    return Counter((r.script, r.version, r.verdict) for r in last if r.script)


def why_not(given: Told, by: AgentId, finding: Finding) -> Sentence | None:
    """None where this person may say so of what was given."""
    if given.agent == by:
        return sentence("these are your own words: another supervisor has to look at them")
    if finding.fact and finding.fact not in _facts(given):
        return sentence("this fact is not in these words: choose one of those that are")
    if finding.verdict == "corrected" and not (finding.instead.strip() and finding.why.strip()):
        return sentence("write the right words, and what was wrong with those that were said")
    if max(len(finding.instead), len(finding.why)) > LONGEST:
        return sentence("this is too long: write at most {n} characters", n=LONGEST)
    return None


def _facts(given: Told) -> tuple[str, ...]:
    return given.facts if isinstance(given, ScriptPresented) else ()


def _review(of: Of, event: Reviewed, at: datetime) -> Review:
    return Review(
        of=of,
        by=event.by,
        agent=event.agent,
        at=at,
        verdict=event.verdict,
        script=event.script,
        version=event.version,
        instead=event.instead,
        why=event.why,
    )


def _with_last(found: dict[Of, tuple[Review, ...]], of: Of, **change: object) -> None:
    if before := found.get(of):
        found[of] = (*before[:-1], replace(before[-1], **change))
