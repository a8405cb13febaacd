"""An ear that knows the center's catalogue: hears prompts by name, language and words."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from tierline.caller.hearing import Ear, Listenable, listenable
from tierline.speech import wav
from tierline.speech.catalogue import Catalogue, Entry
from tierline.speech.wav import Samples


class HeardPrompt(msgspec.Struct, frozen=True):
    """`at` and `until` are seconds since the answer; see `hearing.Heard` for `whole` and `sure`."""

    prompt: str | None
    language: str
    text: str
    at: float
    until: float
    whole: bool
    sure: bool


class Listener:
    """Follows one call. The catalogue may grow meanwhile: a sound is in it before it is played."""

    def __init__(self, catalogue: Catalogue | None) -> None:
        self._catalogue = catalogue
        self._known: dict[str, Entry] = {}
        self._ear = Ear()

    @property
    def knows_prompts(self) -> bool:
        return bool(self._known)

    def hear(self, audio: Samples, *, over: bool) -> Sequence[HeardPrompt]:
        self.learn()
        return [
            HeardPrompt(e.prompt, e.language, e.text, round(h.at, 2), round(h.until, 2), h.whole, h.sure)
            for h in self._ear.hear(audio, over=over)
            for e in [self._known[h.prompt]]
        ]

    def learn(self) -> None:
        """What the catalogue has now; takes half a second at the first time in this process."""
        new: list[Listenable] = []
        for entry in self._catalogue.entries() if self._catalogue else []:
            if entry.sound not in self._known:
                try:
                    new.append(_listenable(entry.sound, Path(entry.sound).stat().st_mtime_ns))
                except (FileNotFoundError, wav.NotTelephoneAudio):
                    continue  # a cache that was emptied since: nobody can hear that file any more
                self._known[entry.sound] = entry
        if new:
            self._ear.know(new)


@lru_cache(maxsize=512)
def _listenable(sound: str, _written: int) -> Listenable:
    """Kept for the next calls: reading all of a center's prompts takes half a second of a core. Raises
    FileNotFoundError, NotTelephoneAudio."""
    return listenable(sound, wav.read(Path(sound)))
