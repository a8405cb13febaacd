"""What is known of a call at each place of the flow, whichever way it came there: kept as the interpreter
keeps it."""

import msgspec
from msgspec.structs import replace

from tierline.calls.place import Spot
from tierline.check.ways import Spots, roots
from tierline.ivr import steps as st
from tierline.ivr.answers import question
from tierline.ivr.flow import Flow

NOTHING: frozenset[str] = frozenset()


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """On *every* way here: the values `given` to prompts, the look-up whose options are there to `offer`, the
    channels that the caller `consents` to, the look-ups that `found` an office, and whether the caller is
    `verified`. On *some* way here: the values that are `unsure`, those that are `private`, the kinds of value
    that were `keyed`."""

    given: frozenset[str] = NOTHING
    offer: str = ""
    consents: frozenset[str] = NOTHING
    found: frozenset[str] = NOTHING
    verified: bool = False
    unsure: frozenset[str] = NOTHING
    private: frozenset[str] = NOTHING
    keyed: frozenset[str] = NOTHING


def known_at(flow: Flow, spots: Spots) -> dict[Spot, Known]:
    known = {Spot(root): _at_root(flow, root) for root in roots(flow) if root in flow.steps}
    open_ = list(known)
    while open_:
        spot = open_.pop()
        for way in spots[spot]:
            after = known_after(flow.steps[spot.step], way.by, known[spot])
            joined = _either(known[way.to], after) if way.to in known else after
            if known.get(way.to) != joined:
                known[way.to] = joined
                open_.append(way.to)
    return known


def known_after(step: st.AnyStep, by: str, before: Known) -> Known:
    """Once the call left the step that way."""
    match step:
        case st.Menu(keys=keys) if (go := keys.get(by.removeprefix("key "))) and by.startswith("key "):
            consents = {go.consent} if go.consent else set()
            return replace(_forgotten(before), consents=before.consents | consents)
        case st.Choose(kind=kind) if by == "chosen":
            return replace(_forgotten(before), keyed=before.keyed | {kind})
        case st.Collect(kind=kind) if by == "keyed":
            return replace(_forgotten(before), keyed=before.keyed | {kind})
        case st.Branch() if _says_verified(step, by):
            return replace(before, verified=True)
        case _ if question(step):
            return _answered(step, by, before)
        case _:
            return before


def _answered(step: st.AnyStep, outcome: str, before: Known) -> Known:
    asked = question(step)
    assert asked
    what = step.what if isinstance(step, st.LookUp) else ""
    given = asked.outcomes.get(outcome, NOTHING)
    unsure = given if outcome == "unverified" else NOTHING
    return replace(
        before,
        given=before.given | given,
        unsure=(before.unsure - given) | unsure,
        private=before.private - given if asked.public else before.private | given,
        offer=what if outcome in asked.options else before.offer,
        found=before.found | ({what} if "office" in given else NOTHING),
        verified=before.verified or (what == "case" and outcome == "verified"),
        keyed=before.keyed | (asked.keeps if given else NOTHING),
    )


def _forgotten(known: Known) -> Known:
    """A choice was made: what the look-up before it said is over."""
    return replace(known, given=NOTHING, unsure=NOTHING, private=NOTHING, offer="")


def _either(one: Known, other: Known) -> Known:
    return Known(
        given=one.given & other.given,
        offer=one.offer if one.offer == other.offer else "",
        consents=one.consents & other.consents,
        found=one.found & other.found,
        verified=one.verified and other.verified,
        unsure=one.unsure | other.unsure,
        private=one.private | other.private,
        keyed=one.keyed | other.keyed,
    )


def _at_root(flow: Flow, root: str) -> Known:
    """A key that means the same everywhere comes with whatever was keyed by then."""
    if root in (flow.start, flow.tty):
        return Known()
    steps = flow.steps.values()
    return Known(keyed=frozenset(step.kind for step in steps if isinstance(step, st.Collect | st.Choose)))


def _says_verified(branch: st.Branch, by: str) -> bool:
    if by == "otherwise":
        return False
    condition = branch.cases[int(by.removeprefix("case ")) - 1].when
    return condition.verification is not None and "none" not in condition.verification
