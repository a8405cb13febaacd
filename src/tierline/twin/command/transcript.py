"""A rehearsed call as a person reads it."""

from babel.dates import format_datetime

from tierline.twin.callers import WITHHELD
from tierline.twin.folder import Folder
from tierline.twin.keys import HANGS_UP, OUTWAITS, SILENT, TYPES
from tierline.twin.outcome import Outcome
from tierline.twin.trace import Did, Entry, Reached, Said, Sent
from tierline.twin.walk import Scenario, Walked

_DID = {
    SILENT: "stays silent",
    HANGS_UP: "hangs up",
    TYPES: "types on a text telephone",
    OUTWAITS: "waits until it closes",
}


def transcript(folder: Folder, scenario: Scenario, walked: Walked) -> str:
    zone = folder.agency.zone
    when = format_datetime(scenario.at, "EEEE, d MMMM y, HH:mm", tzinfo=zone, locale="en")
    lines = [f"{when} ({zone.key}), from {scenario.caller or WITHHELD}", ""]
    first = folder.agency.profile.languages[0]
    for entry in _joined(walked.trace):
        lines += _lines(entry, first)
    if walked.keys_left:
        lines.append(f"  · over before these keys: {walked.keys_left}")
    return "\n".join([*lines, "", f"Outcome: {in_words(walked.outcome)}"])


def in_words(outcome: Outcome) -> str:
    details = ", ".join(f"{name} {value}" for name, value in outcome.items() if name != "kind" and value)
    kind = outcome["kind"].replace("_", " ")
    return f"{kind} ({details})" if details else kind


def _joined(trace: tuple[Entry, ...]) -> list[Entry]:
    """Keys that follow one another without a word between them on one line."""
    joined: list[Entry] = []
    for entry in trace:
        last = joined[-1] if joined else None
        if isinstance(entry, Did) and isinstance(last, Did) and not {entry.keys, last.keys} & _DID.keys():
            joined[-1] = Did(last.keys + entry.keys)
        else:
            joined.append(entry)
    return joined


def _lines(entry: Entry, first: str) -> list[str]:
    match entry:
        case Reached(step=step):
            return [f"[{step}]"]
        case Said(prompts=prompts):
            return [
                f"    {said.text}" if said.language == first else f"    ({said.language}) {said.text}"
                for said in prompts
            ]
        case Sent(channel=channel, to=to, text=text):
            return [f"  → {channel} to {to}: {text}"]
        case Did(keys=keys):
            return [f"  > {_DID.get(keys, f'presses {keys}')}"]
