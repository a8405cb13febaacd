"""Whether callers are told that they are recorded, where they are and nowhere else."""

from collections.abc import Iterator

from tierline.agency.folder import dispositions_of, recording_of
from tierline.calls.place import Spot
from tierline.check.finding import Finding, Rule
from tierline.check.keys import KEYPAD
from tierline.check.subject import Subject
from tierline.check.ways import reach, roots
from tierline.ivr.steps import Queue, RecordingNotice

UNTOLD = Rule(
    "recording-untold", "No conversation stays unrecorded because its caller was never told of the recording."
)
NEEDLESS = Rule("recording-needless", "No caller is told of a recording that nobody makes.")
KEYS = Rule("recording-keys", "Whoever declines to be recorded presses a key that does nothing else.")
UNKNOWN = Rule("recording-unknown", "No rule of the recording is about something that there is not.")

RULES = (UNTOLD, NEEDLESS, KEYS, UNKNOWN)
FILE = "recording.yaml"


def find(agency: Subject) -> Iterator[Finding]:
    yield from _unknown(agency)
    yield from _told(agency)
    for name, step in agency.steps():
        if isinstance(step, RecordingNotice):
            yield from _keys(agency, name, step)


def _told(agency: Subject) -> Iterator[Finding]:
    rules = recording_of(agency.reading)
    notices = [name for name, step in agency.steps() if isinstance(step, RecordingNotice)]
    if not rules.conversations:
        for name in notices:
            message = f"nothing is recorded by {FILE}: take this step out, or set `conversations: true` there"
            yield agency.at_step(NEEDLESS, name, message)
        return
    for name in sorted({spot.step for spot in _untold(agency)} - rules.without_notice):
        message = (
            f"callers come here who were not told that they are recorded, and so are not: lead them past a "
            f"`recording_notice`, or name this step in `without_notice` of {FILE}"
        )
        yield agency.at_step(UNTOLD, name, message)


def _untold(agency: Subject) -> list[Spot]:
    """Where a call can come to a person's queue by a way without the notice."""
    steps = agency.flow.steps
    begin = [Spot(step) for step in roots(agency.flow)]
    reached = reach(agency.spots, begin, lambda spot, _: not isinstance(steps[spot.step], RecordingNotice))
    return [spot for spot in reached if isinstance(steps[spot.step], Queue)]


def _keys(agency: Subject, name: str, notice: RecordingNotice) -> Iterator[Finding]:
    for part, key in (("decline", notice.decline), ("go_on", notice.go_on)):
        if key not in KEYPAD:
            message = f"no keypad has the key {key!r}: use one of 0 to 9, * and #"
            yield agency.at_step(KEYS, name, message, part)
        elif meaning := agency.flow.meaning(key):
            message = f"{key} means {meaning} everywhere else: take another key here, or another there"
            yield agency.at_step(KEYS, name, message, part)
    if notice.decline == notice.go_on:
        message = f"{notice.decline} says both yes and no: take another key for one of them"
        yield agency.at_step(KEYS, name, message, "decline")


def _unknown(agency: Subject) -> Iterator[Finding]:
    rules = recording_of(agency.reading)
    codes = {code.id for code in dispositions_of(agency.reading).dispositions}
    for nth, rule in enumerate(rules.longer):
        for code in sorted(rule.dispositions - codes):
            message = f"there is no disposition {code}: choose one of dispositions.yaml"
            yield agency.at(UNKNOWN, FILE, ("longer", nth, "dispositions"), message)
    queues = {name for name, step in agency.steps() if isinstance(step, Queue)}
    for name in sorted(rules.without_notice - queues):
        yield agency.at(UNKNOWN, FILE, ("without_notice",), f"there is no queue step {name}: take it out")
