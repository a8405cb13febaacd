"""Whether every prompt can be heard as it is meant: what a checker asks of an agency's recordings."""

from collections.abc import Mapping
from typing import Protocol

from tierline.speech.recordings import NotHeard, Recordings
from tierline.speech.voices import VOICES, voice_for


class Worded(Protocol):
    """The agency's messages."""

    @property
    def names(self) -> Mapping[str, frozenset[str]]: ...

    def variables(self, prompt: str, language: str) -> frozenset[str]: ...


def problems(words: Worded, recordings: Recordings) -> list[NotHeard]:
    """Files that cannot be played, prompts that nobody could hear, and recordings that leave out what their
    prompt says."""
    found = list(recordings.problems())
    for language, names in sorted(words.names.items()):
        missing = sorted(name for name in names if not recordings.has(name, language))
        if voice_for(language) is None and missing:
            found.append(
                NotHeard(
                    f"prompts/{language}.ftl",
                    "voice-missing",
                    f"There is no voice for {language}, only for {', '.join(VOICES)}: record these prompts "
                    f"in recordings/{language}/: {', '.join(missing)}.",
                )
            )
        found.extend(
            _leaves_out(f"recordings/{language}/{name}.wav", values)
            for name in sorted(names - set(missing))
            if (values := words.variables(name, language))
        )
    return found


def _leaves_out(file: str, values: frozenset[str]) -> NotHeard:
    named = ", ".join(f"${value}" for value in sorted(values))
    why = (
        f"{file} cannot say {named}, which the prompt does: take it away, and word the prompt for the voice."
    )
    return NotHeard(file, "recording-leaves-out", why)
