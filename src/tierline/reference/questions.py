"""The tables of docs/reference/flow-language.md that are made from the code: what a flow may ask of the
center, and what a caller may key."""

from collections.abc import Iterable, Mapping

from tierline.ivr.answers import EMAILED, LOOK_UPS, PROMISED, REQUESTED, SENT, Question
from tierline.ivr.values import KINDS


def look_ups() -> str:
    asked: Mapping[str, Question] = {f"look_up: {name}": of for name, of in LOOK_UPS.items()}
    steps = {"callback": PROMISED, "request": REQUESTED, "send: sms": SENT, "send: email": EMAILED}
    head = "| step | reads | outcome | gives to prompts | options offer |\n|---|---|---|---|---|"
    return "\n".join([head, *(row for name, of in {**asked, **steps}.items() for row in _rows(name, of))])


def values() -> str:
    rows = [f"| `{name}` | {_digits(kind.least, kind.most)} |" for name, kind in KINDS.items()]
    return "\n".join(["| kind | digits |", "|---|---|", *rows])


def _rows(name: str, question: Question) -> Iterable[str]:
    about = " (with `about`)" if question.tier else ""
    public = ", public" if question.public else ""
    first = f"`{name}`{about}{public} | {_named(question.reads)}"
    for outcome, given in question.outcomes.items():
        dollars = _named(f"${value}" for value in given)
        offered = _named(f"${value}" for value in question.options.get(outcome, ()))
        yield f"| {first} | `{outcome}` | {dollars} | {offered} |"
        first = " | "


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _digits(least: int, most: int) -> str:
    return str(least) if least == most else f"{least} to {most}"
