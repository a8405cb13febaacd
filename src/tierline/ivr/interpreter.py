"""Walks a caller through a flow. Pure: (flow, session, what happened) → (session, effects).

A turn ends when the flow waits: for a prompt to end, a key, silence, or a look-up.
"""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from tierline.calls import events as ev
from tierline.ivr import effects as fx
from tierline.ivr import flow as fl


class Session(msgspec.Struct, frozen=True):
    """Where a caller is in the flow. `digits` collected so far and `arguments` for prompts stay in memory
    only."""

    step: str
    resume: str
    tries: int = 0
    digits: str = ""
    arguments: Mapping[str, str] = {}
    hash_may_follow: bool = False
    """A value was complete without #: many callers press it all the same, and it chooses nothing then."""


class Turn(NamedTuple):
    session: Session
    effects: tuple[fx.Effect, ...]


def begin(flow: fl.Flow, step: str | None = None) -> Turn:
    """The first turn: at the flow's start, or, for a call picked up again, at the step it resumes from."""
    at = step or flow.start
    return _enter(flow, Session(at, at), at)


def key(flow: fl.Flow, session: Session, digit: str) -> Turn:
    """A key, whether a prompt is playing or not."""
    if session.hash_may_follow:
        session = msgspec.structs.replace(session, hash_may_follow=False)
        if digit == "#":
            return Turn(session, ())
    match flow.steps[session.step]:
        case fl.Say(then=then):
            entered = _enter(flow, session, then)
            if isinstance(flow.steps[entered.session.step], fl.Menu | fl.Collect):
                onward = key(flow, entered.session, digit)
                return Turn(onward.session, _without_speech(entered.effects) + onward.effects)
            return entered
        case fl.Menu() as menu:
            return _choose(flow, session, menu, digit)
        case fl.Collect() as collect:
            return _collect(flow, session, collect, digit)
        case _:
            return Turn(session, ())


def prompt_ended(flow: fl.Flow, session: Session) -> Turn:
    match flow.steps[session.step]:
        case fl.Say(then=then):
            return _enter(flow, session, then)
        case fl.Menu(seconds=seconds) | fl.Collect(seconds=seconds):
            return Turn(session, (fx.Listen(seconds),))
        case fl.End():
            return Turn(session, (fx.GoodBye(),))
        case _:
            return Turn(session, ())


def silence(flow: fl.Flow, session: Session) -> Turn:
    """No key for as long as the last `Listen` said."""
    match flow.steps[session.step]:
        case fl.Menu() as menu:
            return _again(flow, session, ev.StayedSilent(session.step), menu.tries, menu.silent)
        case fl.Collect(least=least) as collect if len(session.digits) >= least:
            return _collected(flow, session, collect)
        case fl.Collect() as collect:
            return _again(flow, session, ev.StayedSilent(session.step), collect.tries, collect.failed)
        case _:
            return Turn(session, ())


def found(flow: fl.Flow, session: Session, outcome: str, arguments: Mapping[str, str]) -> Turn:
    """A look-up came back."""
    step = flow.steps[session.step]
    if not isinstance(step, fl.LookUp):
        return Turn(session, ())
    session = msgspec.structs.replace(session, arguments={**session.arguments, **arguments})
    onward = _enter(flow, session, step.outcomes[outcome])
    return Turn(onward.session, (fx.Note(ev.LookedUp(step.what, outcome)), *onward.effects))


def repeat(flow: fl.Flow, session: Session) -> Turn:
    """Says the step's prompts again, as after an interruption that chose nothing."""
    return _ask_again(flow, msgspec.structs.replace(session, digits=""), ())


def _enter(flow: fl.Flow, session: Session, name: str) -> Turn:
    step = flow.steps[name]
    # What a Say step says may need the arguments of the look-up before it, so another process goes on from
    # there.
    resume = session.resume if isinstance(step, fl.Say | fl.End) and session.arguments else name
    session = msgspec.structs.replace(session, step=name, resume=resume, tries=0, digits="")
    reached = fx.Note(ev.StepReached(name, resume))
    match step:
        case fl.LookUp(what=what):
            return Turn(session, (reached, fx.Ask(what)))
        case fl.Queue(tier=tier, reason=reason, prompts=prompts):
            return Turn(session, (reached, fx.ToQueue(tier, reason, prompts)))
        case _:
            return Turn(session, (reached, fx.Speak(step.prompts, session.arguments)))


def _choose(flow: fl.Flow, session: Session, menu: fl.Menu, digit: str) -> Turn:
    go = menu.keys.get(digit)
    if go is None:
        return _again(flow, session, ev.KeyRefused(digit, session.step), menu.tries, menu.wrong, "wrong-key")
    noted: list[fx.Effect] = [fx.Hush(), fx.Note(ev.KeyPressed(digit, go.then))]
    if go.language:
        noted.append(fx.Note(ev.LanguageChosen(go.language)))
    noted += [fx.Keep(kind, session.arguments[argument]) for kind, argument in go.keep.items()]
    onward = _enter(flow, session, go.then)
    return Turn(onward.session, (*noted, *onward.effects))


def _collect(flow: fl.Flow, session: Session, collect: fl.Collect, digit: str) -> Turn:
    if digit != "#":
        session = msgspec.structs.replace(session, digits=session.digits + digit)
        if len(session.digits) < collect.most:
            return Turn(session, (fx.Hush(), fx.Listen(collect.seconds)))
    if len(session.digits) < collect.least:
        refused = ev.KeyRefused(digit, session.step)
        return _again(flow, session, refused, collect.tries, collect.failed, "too-few-digits")
    return _collected(flow, session, collect)


def _collected(flow: fl.Flow, session: Session, collect: fl.Collect) -> Turn:
    kept = fx.Keep(collect.kind, session.digits)
    full = len(session.digits) == collect.most
    onward = _enter(flow, session, collect.then)
    after = msgspec.structs.replace(onward.session, hash_may_follow=full)
    return Turn(after, (fx.Hush(), kept, *onward.effects))


def _again(
    flow: fl.Flow, session: Session, noted: ev.AnyEvent, tries: int, otherwise: str, *first: str
) -> Turn:
    """Asks once more, or goes elsewhere when that was the last try."""
    session = msgspec.structs.replace(session, tries=session.tries + 1, digits="")
    onward = _enter(flow, session, otherwise) if session.tries >= tries else _ask_again(flow, session, first)
    return Turn(onward.session, (fx.Note(noted), *onward.effects))


def _ask_again(flow: fl.Flow, session: Session, first: tuple[str, ...]) -> Turn:
    step = flow.steps[session.step]
    if isinstance(step, fl.LookUp | fl.Queue):
        return _enter(flow, session, session.step)
    return Turn(session, (fx.Speak((*first, *step.prompts), session.arguments),))


def _without_speech(effects: tuple[fx.Effect, ...]) -> tuple[fx.Effect, ...]:
    return tuple(e for e in effects if not isinstance(e, fx.Speak))
