"""Whether what is known of callers goes at a time that somebody has set, and none of it too soon."""

from collections.abc import Iterator

from tierline.agency.folder import privacy_of, recording_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.privacy.schedule import SERIES

UNSCHEDULED = Rule(
    "privacy-unscheduled", "No personal data is kept for ever because nobody has said for how long."
)
TOO_SOON = Rule("privacy-too-soon", "No personal data goes while people still work with it.")
OUTLIVED = Rule(
    "privacy-outlived", "No recording is kept for longer than what is on record of the call it is of."
)

RULES = (UNSCHEDULED, TOO_SOON, OUTLIVED)
FILE = "privacy.yaml"

WORKED_WITH = 30
"""Days in which corrections are shown to whoever gave the words, and unanswered questions to authors."""


def find(agency: Subject) -> Iterator[Finding]:
    if FILE not in agency.reading.files:
        return
    schedule = privacy_of(agency.reading)
    for series in SERIES:
        if schedule.of(series) is None:
            message = (
                f"the values of each {series} are kept for ever: say for how long, and by which authority"
            )
            yield agency.at(UNSCHEDULED, FILE, (), message)
    if schedule.call is None:
        return
    if schedule.call.days < WORKED_WITH:
        message = (
            f"supervisors correct, and authors read, what was said in the last {WORKED_WITH} days: keep "
            "calls for as long"
        )
        yield agency.at(TOO_SOON, FILE, ("call", "days"), message)
    yield from _recordings(agency, schedule.call.days)


def _recordings(agency: Subject, days: int) -> Iterator[Finding]:
    rules = recording_of(agency.reading)
    longest = max([rules.days, *(rule.days for rule in rules.longer)])
    if rules.conversations and longest > days:
        message = (
            f"some recordings are kept for {longest} days by recording.yaml, and what says whose they are "
            f"for {days}: keep calls for {longest} days, or recordings for {days}"
        )
        yield agency.at(OUTLIVED, FILE, ("call", "days"), message)
