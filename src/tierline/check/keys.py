"""Whether each key does one thing, and silence and wrong keys are thought of."""

from collections.abc import Iterator

from tierline.agency.flow_file import MAIN
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.steps import Choose, Collect, Menu

NO_SILENCE = Rule(
    "menu-without-silence", "A caller who says nothing is never left to what happens by chance."
)
NO_WRONG_KEY = Rule("menu-without-wrong-key", "Nor is one who presses keys that have no meaning.")
TWICE = Rule("key-twice", "No key does two things, and nothing is written twice of which one is forgotten.")
UNKNOWN = Rule("key-unknown", "No caller is asked for a key that their telephone does not have.")
TOO_MANY = Rule("menu-too-long", "A menu is short enough to be kept in mind until it ends.")

RULES = (NO_SILENCE, NO_WRONG_KEY, TWICE, UNKNOWN, TOO_MANY)

KEYPAD = frozenset("0123456789*#")
MOST_KEYS = 6
"""Of one menu, besides those that choose a language: its caller listens for one word only."""

CONFIRMS = frozenset("12")
OPTIONS = frozenset("123456")


def find(agency: Subject) -> Iterator[Finding]:
    everywhere = agency.flow.everywhere
    for key in sorted(everywhere.keys() - KEYPAD):
        yield agency.at(UNKNOWN, MAIN, ("everywhere", key), _no_such(key))
    for key in agency.flow.waiting.keys:
        if key not in KEYPAD:
            yield agency.at(UNKNOWN, MAIN, ("waiting", "keys", key), _no_such(key))
        elif agency.flow.meaning(key) == "supervisor":
            message = f"{key} means supervisor everywhere else: take another key here, or another there"
            yield agency.at(TWICE, MAIN, ("waiting", "keys", key), message)
    for name, step in agency.steps():
        match step:
            case Menu():
                yield from _unanswered(agency, name, step)
                yield from _menu(agency, name, step)
            case Choose():
                yield from _unanswered(agency, name, step)
                yield from _taken(agency, name, OPTIONS, "options are chosen by the keys from 1 on")
            case Collect(confirm=str()):
                yield from _taken(agency, name, CONFIRMS, "a value is confirmed by 1 and keyed again by 2")


def _unanswered(agency: Subject, name: str, step: Menu | Choose) -> Iterator[Finding]:
    if not step.silent:
        message = "nothing is pressed, and then? Say where `silent:` leads after the last try"
        yield agency.at_step(NO_SILENCE, name, message)
    if not step.wrong:
        message = "a key without meaning is pressed, and then? Say where `wrong:` leads after the last try"
        yield agency.at_step(NO_WRONG_KEY, name, message)


def _menu(agency: Subject, name: str, menu: Menu) -> Iterator[Finding]:
    for key in menu.keys:
        if key not in KEYPAD:
            yield agency.at_step(UNKNOWN, name, _no_such(key), "keys", key)
        elif meaning := agency.flow.meaning(key):
            message = f"{key} means {meaning} everywhere else: take another key here, or another there"
            yield agency.at_step(TWICE, name, message, "keys", key)
    own = [key for key, go in menu.keys.items() if not go.language]
    if len(own) > MOST_KEYS:
        message = (
            f"{len(own)} keys are more than callers remember: split it into menus of at most {MOST_KEYS}"
        )
        yield agency.at_step(TOO_MANY, name, message, "keys")


def _taken(agency: Subject, name: str, keys: frozenset[str], why: str) -> Iterator[Finding]:
    for key in sorted(keys & agency.flow.everywhere.keys()):
        meaning = agency.flow.everywhere[key]
        message = f"{why}, and {key} means {meaning} everywhere: give that another key"
        yield agency.at_step(TWICE, name, message)


def _no_such(key: str) -> str:
    return f"no keypad has the key {key!r}: use one of 0 to 9, * and #"
