"""Walks a caller through a flow. Pure: (flow, session, what happened) → (session, effects).

A turn ends when the flow waits: for a prompt to end, a key, silence, or an answer of the center.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from tierline.calls import events as ev
from tierline.calls.place import Place, Spot
from tierline.ivr import effects as fx
from tierline.ivr import steps as st
from tierline.ivr.answers import question
from tierline.ivr.flow import Everywhere, Flow
from tierline.ivr.moving import ask_again, enter, forgotten, go_back, unanswered
from tierline.ivr.notice import answer_notice, notice_heard
from tierline.ivr.session import Option, Session, Turn, after
from tierline.ivr.values import KINDS

RIGHT, AGAIN = "1", "2"
"""The keys that confirm a value, as the prompts say."""

DIGITS = "0123456789"

LONGEST_AHEAD = 20
"""Keys that are remembered while something is looked up."""


def begin(flow: Flow, place: Place | None = None) -> Turn:
    """The first turn: at the flow's start, or, for a call picked up again, where its place says."""
    start = Spot(flow.start)
    place = place or Place(start, start)
    return enter(flow, Session(replace(place, at=place.resume)), place.resume)


def go_to(flow: Flow, session: Session, step: str) -> Turn:
    """Somewhere else, whatever the caller was about."""
    return after([fx.Hush()], enter(flow, forgotten(session), Spot(step)))


def key(flow: Flow, session: Session, digit: str) -> Turn:
    """A key, whether a prompt is playing or not."""
    place = replace(session.place, silences=0)
    hash_may_follow, session = session.hash_may_follow, replace(session, place=place, hash_may_follow=False)
    if hash_may_follow and digit == "#":
        return Turn(session, ())
    match flow.steps[session.step]:
        case st.Collect() as collect:
            return _key_of_value(flow, session, collect, digit)
        case st.Menu() as menu:
            return _choose(flow, session, menu.keys.get(digit), digit)
        case st.Choose() as choose:
            return _pick(flow, session, choose, digit)
        case st.Say(then=then):
            return _skip(flow, session, then, digit)
        case st.RecordingNotice() as notice:
            return answer_notice(flow, session, notice, digit) or _elsewhere(flow, session, digit)
        case asking if isinstance(asking, st.Asking):
            ahead = (session.ahead + digit)[:LONGEST_AHEAD]
            return Turn(replace(session, ahead=ahead), ())
        case _:
            return Turn(session, ())


def everywhere(flow: Flow, session: Session, digit: str, meaning: Everywhere) -> Turn:
    """A key that means the same in the whole call. The supervisor's is not the flow's own to answer."""
    noted = (fx.Hush(), fx.Note(ev.KeyEverywhere(digit, meaning)))
    match meaning:
        case "person" if session.place.offered:
            return after(noted, enter(flow, forgotten(session), Spot(flow.person)))
        case "main" if session.place.offered:
            return after(noted, enter(flow, forgotten(session), Spot(flow.answers)))
        case "back":
            return after(noted, go_back(flow, session))
        case "slower":
            place = replace(session.place, slower=not session.place.slower)
            return after(noted, repeat(flow, replace(session, place=place)))
        case "repeat":
            return after(noted, repeat(flow, session))
        case _:
            return _refused(flow, session, digit)


def prompt_ended(flow: Flow, session: Session) -> Turn:
    session = replace(session, hash_may_follow=False)
    match flow.steps[session.step]:
        case st.Say(then=then):
            return enter(flow, session, session.place.at_step(then))
        case st.RecordingNotice(seconds=wait):
            return Turn(session, (fx.Listen(wait, first=True),))
        case st.Menu(seconds=seconds) | st.Choose(seconds=seconds) | st.Collect(seconds=seconds):
            return Turn(session, (fx.Listen(seconds or flow.patience.seconds, first=True),))
        case st.End():
            return Turn(session, (fx.GoodBye(),))
        case _:
            return Turn(session, ())


def unsaid(flow: Flow, session: Session) -> Turn:
    """What had to be said whole could not be."""
    match flow.steps[session.step]:
        case st.RecordingNotice(then=then):  # not told: served, and not recorded
            return enter(flow, session, session.place.at_step(then))
        case _:
            return Turn(session, ())


def silence(flow: Flow, session: Session) -> Turn:
    """No key for as long as the last `Listen` said."""
    match flow.steps[session.step]:
        case st.Collect() as collect if _enough(collect, session.digits) and not session.confirming:
            return _collected(flow, session, collect)
        case st.RecordingNotice() as notice:
            return notice_heard(flow, session, notice)
        case st.Menu() | st.Choose() | st.Collect():
            place = replace(session.place, silences=session.place.silences + 1)
            noted = fx.Note(ev.StayedSilent(session.step))
            return after([noted], unanswered(flow, replace(session, place=place), "silent"))
        case _:
            return Turn(session, ())


def found(
    flow: Flow, session: Session, outcome: str, arguments: fx.Arguments, options: Sequence[Option] = ()
) -> Turn:
    """The center's answer to what a step asked. An outcome that the step does not name leads to the answers:
    the checker keeps it from being published."""
    step = flow.steps[session.step]
    if not isinstance(step, st.Asking):
        return Turn(session, ())
    if arguments or options:
        needs_memory = session.pinned or session.place.at
        session = replace(
            session,
            arguments={**session.arguments, **arguments},
            public=_public(session, step, arguments),
            options=tuple(options) or session.options,
            pinned=needs_memory,
        )
    onward = session.place.at_step(step.ways.get(outcome) or flow.answers)
    return _keyed_ahead(flow, enter(flow, replace(session, ahead=""), onward), session.ahead)


def line_full(flow: Flow, session: Session) -> Turn:
    """The line that a step leads to takes nobody more."""
    full = flow.steps[session.step].ways["full"]
    return enter(flow, session, session.place.at_step(full))


def _public(session: Session, asked: st.Asking, arguments: fx.Arguments) -> frozenset[str]:
    """The names of what may be sent in writing, now that these have come."""
    known = question(asked)
    given = frozenset(arguments)
    return session.public | given if known and known.public else session.public - given


def repeat(flow: Flow, session: Session) -> Turn:
    """Says the step's prompts again, as after an interruption that chose nothing."""
    return ask_again(flow, replace(session, digits=""), ())


def _skip(flow: Flow, session: Session, then: str, digit: str) -> Turn:
    """What is left of a prompt. The key counts for what comes next if that waits for one."""
    meaning = flow.meaning(digit)
    if meaning and (session.place.offered or meaning not in ("person", "main")):
        return everywhere(flow, session, digit, meaning)
    entered = enter(flow, session, session.place.at_step(then))
    if not isinstance(flow.steps[entered.session.step], st.Choice):
        return entered
    unheard = [effect for effect in entered.effects if not isinstance(effect, fx.Speak)]
    return after(unheard, key(flow, entered.session, digit))


def _keyed_ahead(flow: Flow, turn: Turn, keys: str) -> Turn:
    """Keys pressed while the center was looking something up count for what comes next."""
    for digit in keys:
        if isinstance(flow.steps[turn.session.step], st.RecordingNotice):
            return turn  # nobody agrees to what they have not been told
        unheard = [effect for effect in turn.effects if not isinstance(effect, fx.Speak)]
        turn = after(unheard, key(flow, turn.session, digit))
    return turn


def _choose(flow: Flow, session: Session, go: st.Go | None, digit: str) -> Turn:
    if go is None:
        return _elsewhere(flow, session, digit)
    noted: list[fx.Effect] = [fx.Hush(), fx.Note(ev.KeyPressed(digit, go.then))]
    if go.language:
        noted.append(fx.Note(ev.LanguageChosen(go.language)))
    if go.relay:
        noted.append(fx.Note(ev.RelayCaller("key")))
    if go.consent:
        noted.append(fx.Note(ev.ConsentGiven(go.consent)))
    return after(noted, _onward(flow, session, go.then))


def _pick(flow: Flow, session: Session, choose: st.Choose, digit: str) -> Turn:
    nth = int(digit) if digit.isdecimal() else 0
    if not 0 < nth <= len(session.options):
        return _elsewhere(flow, session, digit)
    chosen = fx.Keep(choose.kind, session.options[nth - 1].value)
    noted = (fx.Hush(), fx.Note(ev.KeyPressed(digit, choose.then)), chosen)
    return after(noted, _onward(flow, session, choose.then))


def _elsewhere(flow: Flow, session: Session, digit: str) -> Turn:
    """A key that this step gives no meaning."""
    meaning = flow.meaning(digit)
    return everywhere(flow, session, digit, meaning) if meaning else _refused(flow, session, digit)


def _onward(flow: Flow, session: Session, then: str) -> Turn:
    """A choice was made: what the look-up before it said is over."""
    return enter(flow, forgotten(session), session.place.at_step(then))


def _refused(flow: Flow, session: Session, digit: str, says: str = "wrong-key") -> Turn:
    place = replace(session.place, wrong_keys=session.place.wrong_keys + 1)
    noted = fx.Note(ev.KeyRefused(digit, session.step))
    return after([noted], unanswered(flow, replace(session, place=place), "wrong", says))


def _key_of_value(flow: Flow, session: Session, collect: st.Collect, digit: str) -> Turn:
    if session.confirming is not None:
        return _confirm(flow, session, collect, session.confirming, digit)
    if digit not in DIGITS + "#":
        return _elsewhere(flow, session, digit)
    if digit != "#":
        session = replace(session, digits=session.digits + digit)
        if not _whole(collect, session.digits):
            return Turn(session, (fx.Hush(), fx.Listen(flow.patience.between_keys, first=False)))
    if not _enough(collect, session.digits):
        return _refused(flow, session, digit, "too-few-digits")
    return _collected(flow, session, collect)


def _collected(flow: Flow, session: Session, collect: st.Collect) -> Turn:
    full = _whole(collect, session.digits)
    value = KINDS[collect.kind].read(session.digits, flow.prefixes)
    session = replace(session, hash_may_follow=full)
    if value is None:
        return _refused(flow, session, "", f"malformed-{collect.kind}")
    if collect.confirm is None:
        return _kept(flow, session, collect, value)
    asked = replace(session, confirming=value, digits="", tries=0)
    return after([fx.Hush()], ask_again(flow, asked, ()))


def _confirm(flow: Flow, session: Session, collect: st.Collect, value: str, digit: str) -> Turn:
    if digit == RIGHT:
        return _kept(flow, session, collect, value)
    if digit == AGAIN:
        again = replace(session, confirming=None, tries=0)
        return after([fx.Hush()], ask_again(flow, again, ()))
    return _elsewhere(flow, session, digit)


def _kept(flow: Flow, session: Session, collect: st.Collect, value: str) -> Turn:
    # What only memory holds is asked for again by a process that takes over.
    pinned = session.place.at if collect.sensitive else None
    onward = replace(forgotten(session), pinned=pinned)
    kept = fx.Keep(collect.kind, value, collect.sensitive)
    return after([fx.Hush(), kept], enter(flow, onward, session.place.at_step(collect.then)))


def _enough(collect: st.Collect, digits: str) -> bool:
    return len(digits) >= (collect.least or KINDS[collect.kind].least)


def _whole(collect: st.Collect, digits: str) -> bool:
    kind = KINDS[collect.kind]
    return len(digits) >= (collect.most or kind.most) or kind.whole(digits)
