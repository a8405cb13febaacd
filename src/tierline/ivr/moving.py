"""Moves a caller from step to step: onward, back, once more, or on when nothing was chosen."""

from typing import Literal

from msgspec.structs import replace

from tierline.calls import events as ev
from tierline.calls.place import Spot
from tierline.ivr import effects as fx
from tierline.ivr import steps as st
from tierline.ivr.flow import Flow
from tierline.ivr.session import Session, Turn, after

LONGEST_TRAIL = 20


def enter(flow: Flow, session: Session, to: Spot) -> Turn:
    """Comes to a step, and through those that do not wait, until one does."""
    step = flow.steps[to.step]
    match step:
        case st.Do(flow=sub_flow):
            inside = Spot(flow.sub_flows[sub_flow].start, (*to.stack, to.step))
            return after([_reached(session, to)], enter(flow, session, inside))
        case st.Return(outcome=outcome) if to.stack:
            return after([_reached(session, to)], enter(flow, session, _returned(flow, to, outcome)))
        case _:
            return _wait_at(flow, _at(flow, session, to))


def go_back(flow: Flow, session: Session) -> Turn:
    """To the choice before this one; there is none before the first."""
    *trail, here = session.place.trail or (session.place.resume,)
    *before, target = trail or [here]
    place = replace(session.place, trail=tuple(before))
    return enter(flow, forgotten(replace(session, place=place)), target)


def ask_again(flow: Flow, session: Session, first: tuple[str, ...]) -> Turn:
    """The prompts of this step once more, after those of `first`."""
    step = flow.steps[session.step]
    if isinstance(step, st.Asking | st.Queue):
        return enter(flow, session, session.place.at)
    return Turn(session, (_speak(step, session, *first),))


def unanswered(flow: Flow, session: Session, way: Literal["silent", "wrong"], *first: str) -> Turn:
    """Nothing usable was keyed: asks once more, goes elsewhere when that was the last try, or gives the call
    up when its patience is spent."""
    step, patience = flow.steps[session.step], flow.patience
    session = replace(session, tries=session.tries + 1, digits="")
    allowed = (step.tries if isinstance(step, st.Choice) else None) or patience.tries
    if _spent(flow, session):
        return enter(flow, forgotten(session), Spot(patience.spent))
    if session.tries < allowed:
        return ask_again(flow, session, first)
    elsewhere = step.ways.get(way) or step.ways.get("failed") or flow.answers
    if isinstance(step, st.RecordingNotice):
        elsewhere = step.then  # served, and not recorded: they did not choose
    return enter(flow, replace(session, confirming=None), session.place.at_step(elsewhere))


def _at(flow: Flow, session: Session, to: Spot) -> Session:
    resume = session.pinned or to
    place = replace(session.place, at=to, resume=resume)
    if isinstance(flow.steps[to.step], st.Choice) and place.trail[-1:] != (resume,):
        place = replace(place, trail=(*place.trail, resume)[-LONGEST_TRAIL:])
    if to.step == flow.answers:
        place = replace(place, offered=True)
    return replace(session, place=place, tries=0, digits="", confirming=None)


def _wait_at(flow: Flow, session: Session) -> Turn:
    reached = _reached(session, session.place.at)
    match flow.steps[session.step]:
        case asking if isinstance(asking, st.Asking):
            return Turn(session, (reached, fx.Ask(asking)))
        case st.Queue(tier=tier, reason=reason, prompts=prompts, skills=skills, when_full=when_full):
            to_queue = fx.ToQueue(tier, reason, prompts, skills, unless_full=bool(when_full))
            return Turn(session, (reached, to_queue))
        case step:
            return Turn(session, (reached, _speak(step, session)))


def _speak(step: st.AnyStep, session: Session, *first: str) -> fx.Speak:
    lines = (*map(fx.Line, first), *_lines(step, session))
    return fx.Speak(lines, session.place.slower, whole=isinstance(step, st.RecordingNotice))


def _lines(step: st.AnyStep, session: Session) -> tuple[fx.Line, ...]:
    match step:
        case st.Collect(confirm=str() as confirm) if session.confirming is not None:
            return (fx.Line(confirm, {**session.arguments, "value": session.confirming}),)
        case st.Choose(prompts=prompts, each=each):
            offered = (
                fx.Line(each, {**option.arguments, "key": nth})
                for nth, option in enumerate(session.options, 1)
            )
            return (*(fx.Line(prompt, session.arguments) for prompt in prompts), *offered)
        case st.Say() | st.RecordingNotice() | st.Menu() | st.Collect() | st.End():
            return tuple(fx.Line(prompt, session.arguments) for prompt in step.prompts)
        case _:
            return ()


def _returned(flow: Flow, at: Spot, outcome: str) -> Spot:
    *outer, doing = at.stack
    do = flow.steps[doing]
    return Spot(do.ways.get(outcome) or flow.answers, tuple(outer))


def _reached(session: Session, at: Spot) -> fx.Note:
    return fx.Note(ev.StepReached(at.step, session.place))


def _spent(flow: Flow, session: Session) -> bool:
    patience, place = flow.patience, session.place
    too_silent = 0 < patience.silences <= place.silences
    too_wrong = 0 < patience.wrong_keys <= place.wrong_keys
    return bool(patience.spent) and (too_silent or too_wrong)


def forgotten(session: Session) -> Session:
    """Without what belonged to the choice that is over."""
    return replace(session, arguments={}, public=frozenset(), options=(), pinned=None, confirming=None)
