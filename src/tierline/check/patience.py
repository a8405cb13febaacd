"""Whether callers are given time, and calls that nobody makes an end."""

from collections.abc import Iterator

from tierline.agency.flow_file import MAIN
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.steps import Choice

ODD = Rule("patience-odd", "No caller is hurried, or left waiting in silence.")
NO_END = Rule("patience-without-end", "A limit on silence or wrong keys says where the call goes then.")

RULES = (ODD, NO_END)

SECONDS = (2.0, 30.0)
"""Of silence after a prompt. Shorter than this nobody can press a key; longer, the line seems dead."""
BETWEEN_KEYS = (1.0, 15.0)
TRIES = (1, 5)
WORDS_PER_MINUTE = (15.0, 120.0)
REPLY_SECONDS = (10.0, 180.0)
"""For whoever types for a caller, and for the caller to type back."""


def find(agency: Subject) -> Iterator[Finding]:
    patience = agency.flow.patience
    settings = (
        ("seconds", patience.seconds, SECONDS),
        ("between_keys", patience.between_keys, BETWEEN_KEYS),
        ("tries", patience.tries, TRIES),
    )
    for setting, value, bounds in settings:
        if message := _odd(setting, value, bounds):
            yield agency.at(ODD, MAIN, ("patience", setting), message)
    for setting, limit in (("silences", patience.silences), ("wrong_keys", patience.wrong_keys)):
        if limit < 0:
            message = f"{setting} is {limit}: say how many, or 0 for no limit"
            yield agency.at(ODD, MAIN, ("patience", setting), message)
        elif limit > 0 and not patience.spent:
            message = f"after {limit} the call is given up: say in `spent` which step tells the caller"
            yield agency.at(NO_END, MAIN, ("patience", setting), message)
    relay = patience.relay
    for setting, value, bounds in (
        ("words_per_minute", relay.words_per_minute, WORDS_PER_MINUTE),
        ("reply_seconds", relay.reply_seconds, REPLY_SECONDS),
    ):
        if message := _odd(setting, value, bounds):
            yield agency.at(ODD, MAIN, ("patience", "relay", setting), message)
    yield from _steps(agency)


def _steps(agency: Subject) -> Iterator[Finding]:
    for name, step in agency.steps():
        if isinstance(step, Choice):
            settings = (("seconds", step.seconds, SECONDS), ("tries", step.tries, TRIES))
            for setting, value, bounds in settings:
                if value is not None and (message := _odd(setting, value, bounds)):
                    yield agency.at_step(ODD, name, message, setting)


def _odd(setting: str, value: float, bounds: tuple[float, float]) -> str | None:
    least, most = bounds
    if least <= value <= most:
        return None
    return f"{setting} is {value:g}: no less than {least:g}, no more than {most:g}"
