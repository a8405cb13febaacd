"""Whether every prompt can be heard as it is meant: what a checker asks of an agency's recordings."""

from collections.abc import Mapping
from typing import Protocol

from tierline.speech.recordings import Recordings
from tierline.speech.voices import VOICES, voice_for


class Worded(Protocol):
    """The agency's messages."""

    @property
    def names(self) -> Mapping[str, frozenset[str]]: ...

    def variables(self, prompt: str, language: str) -> frozenset[str]: ...


def problems(words: Worded, recordings: Recordings) -> list[str]:
    """Sentences for the agency: files that cannot be played, prompts that nobody could hear, and recordings
    that leave out what their prompt says."""
    found = list(recordings.problems())
    for language, names in sorted(words.names.items()):
        missing = sorted(name for name in names if not recordings.has(name, language))
        if voice_for(language) is None and missing:
            found.append(
                f"There is no voice for {language}, only for {', '.join(VOICES)}: record these prompts in "
                f"recordings/{language}/: {', '.join(missing)}."
            )
        found.extend(
            f"recordings/{language}/{name}.wav cannot say {', '.join(f'${v}' for v in sorted(values))}, "
            f"which the prompt does: take it away, and word the prompt for the voice."
            for name in sorted(names - set(missing))
            if (values := words.variables(name, language))
        )
    return found
