"""Whether every prompt has a voice or a recording."""

from collections.abc import Iterator

from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.speech.coverage import problems
from tierline.speech.recordings import Recordings

RULES = (
    Rule("recording-unusable", "No recording is passed over because it is no telephone audio."),
    Rule("recording-leaves-out", "No recording says less than its prompt does."),
    Rule("voice-missing", "No language is silent for want of a voice."),
)


def find(agency: Subject) -> Iterator[Finding]:
    if agency.recordings is not None:
        for unheard in problems(agency.messages, Recordings(agency.recordings)):
            sentence = unheard.sentence.replace(str(agency.recordings.absolute()), "recordings")
            yield Finding(unheard.file, 1, unheard.rule, sentence)
