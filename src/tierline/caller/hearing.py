"""Which of the known prompts are in received audio: normalised cross-correlation, 1.0 for the same sound.

A prompt is found by its first second (or one of the next, where packets were lost in the first), then
followed to its end or to where a key cut it short. Of prompts that share a beginning, the one that explains
most of what was received is heard.
"""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt
from scipy import fft, signal

from tierline.speech.wav import RATE, Samples

Signal = npt.NDArray[np.float32]

PIECE = RATE
"""Samples of a prompt by which it is found: one second."""

CLUES = 4
"""Pieces from its beginning on: on a busy machine packets are lost in more than one."""

ALIKE = 0.6
"""Correlation from which two sounds are the same. A second of the same voice's other words is below 0.4."""

SHORT_ALIKE = 0.75
"""For a prompt shorter than that, like "yes": parts of other words come up to 0.6."""

BLOCK = RATE // 4
SLACK = RATE // 10
"""How far a block may have slipped: jitter buffers drop and add packets in mid-prompt."""

QUIET = 50.0
"""Root mean square below which there is nothing to hear (of 32768: about -56 dB)."""

_WINDOW = 16384
_HOP = _WINDOW - PIECE
_AT_ONCE = 64


class Heard(msgspec.Struct, frozen=True):
    """One prompt in the audio."""

    prompt: str
    at: float
    """Seconds from the beginning of the audio to the prompt's first sound; 0 where that came before it."""
    until: float
    whole: bool
    """Heard to its end, not cut short."""
    sure: bool
    """False while another prompt that began alike may yet turn out to be the one."""


class _Known(msgspec.Struct, frozen=True):
    prompt: str
    sound: Signal
    """From its first to its last audible sample."""


class _Clue(msgspec.Struct, frozen=True):
    """A piece of a prompt; where it is found, the prompt may be."""

    known: _Known
    offset: int
    length: int

    @property
    def alike(self) -> float:
        return ALIKE if self.length == PIECE else SHORT_ALIKE


class Listenable(msgspec.Struct, frozen=True):
    """A prompt as an ear knows it; made once for all ears, for it takes some milliseconds."""

    clues: Sequence[_Clue]
    spectra: npt.NDArray[np.complex64]


class Ear:
    """Listens to one growing recording. `known`: samples of each prompt under any name."""

    def __init__(self, known: Mapping[str, Samples] | None = None) -> None:
        self._clues: list[_Clue] = []
        self._spectra = np.empty((0, _WINDOW // 2 + 1), np.complex64)
        self._tracks: list[_Track] = []
        self._scanned = 0
        self.learn(known or {})

    def learn(self, known: Mapping[str, Samples]) -> None:
        """More prompts, heard from where the ear is now."""
        self.know([listenable(prompt, samples) for prompt, samples in known.items()])

    def know(self, more: Sequence[Listenable]) -> None:
        """The same, of prompts that were made ready before."""
        self._clues += [clue for prompt in more for clue in prompt.clues]
        self._spectra = np.concatenate([self._spectra, *(prompt.spectra for prompt in more)])

    def hear(self, audio: Samples, *, over: bool = True) -> Sequence[Heard]:
        """What is in `audio`, in order. Call it again with the same audio grown longer; say `over=False`
        while more is to come: the last second is then left for next time."""
        received = audio.astype(np.float32)
        end = len(received) if over else len(received) - PIECE
        while self._scanned < end:
            stop = min(self._scanned + _HOP, end)
            self._scan(received, self._scanned, stop)
            self._scanned = stop
        for track in self._tracks:
            track.follow(received, over=over)
        return [track.heard(self._tracks) for track in _explaining_most(self._tracks)]

    def _scan(self, received: Signal, start: int, stop: int) -> None:
        window = received[start : start + _WINDOW]
        spectrum = fft.rfft(window, _WINDOW)
        energy = np.concatenate([[0.0], np.cumsum(np.square(window, dtype=np.float64))])
        energy = np.pad(energy, (0, _WINDOW + 1 - len(energy)), mode="edge")
        for first in range(0, len(self._clues), _AT_ONCE):
            products = fft.irfft(spectrum * self._spectra[first : first + _AT_ONCE], _WINDOW)
            for clue, product in zip(self._clues[first : first + _AT_ONCE], products, strict=False):
                loudness = _louder_than_quiet(energy, clue.length)
                self._note(clue, start, product[: stop - start] / loudness[: stop - start])

    def _note(self, clue: _Clue, start: int, likeness: npt.NDArray[np.float64]) -> None:
        while likeness[best := int(likeness.argmax())] >= clue.alike:
            self._follow(clue, start + best - clue.offset, float(likeness[best]))
            likeness[max(0, best - BLOCK) : best + BLOCK] = 0

    def _follow(self, clue: _Clue, at: int, score: float) -> None:
        near = [t for t in self._tracks if t.known is clue.known and abs(t.at - at) < BLOCK]
        if not any(t.score >= score or clue.offset for t in near):
            self._tracks = [t for t in self._tracks if t not in near]
            self._tracks.append(_Track(clue.known, at, score, found_by=clue.offset))


def listenable(prompt: str, samples: Samples) -> Listenable:
    clues = _clues(prompt, samples)
    spectra = np.empty((len(clues), _WINDOW // 2 + 1), np.complex64)
    for nth, clue in enumerate(clues):
        piece = _unit(clue.known.sound[clue.offset : clue.offset + clue.length])
        spectra[nth] = np.conj(fft.rfft(piece, _WINDOW))
    return Listenable(clues, spectra)


class _Track:
    """One prompt being followed from where its beginning was found."""

    def __init__(self, known: _Known, at: int, score: float, *, found_by: int = 0) -> None:
        self.known = known
        self.at = at
        self.score = score
        self.until = at
        self.explained = 0.0
        """Samples that sound like the prompt, less those that do not."""
        # What came before the piece it was found by was not like the prompt: it would end the track at once.
        self._next = found_by
        self._slip = 0
        self._misses = 0

    def follow(self, received: Signal, *, over: bool) -> None:
        while not self.ended and (over or self.at + self._next + BLOCK + SLACK <= len(received)):
            block = self.known.sound[self._next : self._next + BLOCK]
            self._next += len(block)
            if _loudness(block) >= QUIET:
                self._compare(block, received)

    @property
    def ended(self) -> bool:
        # One bad block may be a lost packet; two are another sound.
        return self._misses == 2 or self._next >= len(self.known.sound)

    @property
    def whole(self) -> bool:
        return self._misses == 0 and self._next >= len(self.known.sound)

    def heard(self, among: Sequence["_Track"]) -> Heard:
        sure = not any(other.may_become_more_than(self) for other in among)
        return Heard(self.known.prompt, max(0, self.at) / RATE, self.until / RATE, self.whole, sure)

    def may_become_more_than(self, best: "_Track") -> bool:
        alike = _same_sound(self, best) and self.explained > best.explained - BLOCK
        return self is not best and not self.ended and self._misses == 0 and alike

    def _compare(self, block: Signal, received: Signal) -> None:
        expected = self.at + self._next - len(block) + self._slip
        likeness, slip = _best(block, received[max(0, expected - SLACK) : expected + len(block) + SLACK])
        self.explained += len(block) * (2 * likeness - 1)
        if likeness < ALIKE:
            self._misses += 1
            return
        self._misses = 0
        self._slip += slip - min(SLACK, expected)
        self.until = self.at + self._next + self._slip


def _explaining_most(tracks: Sequence[_Track]) -> Sequence[_Track]:
    """In time order, those that do not contradict each other: of two with the same sound, the better."""
    chosen: list[_Track] = []
    # A whole prompt before the beginning of a longer one that says no more than it.
    for track in sorted(tracks, key=lambda t: (t.explained + BLOCK * t.whole, t.score), reverse=True):
        if track.until > track.at and not any(_same_sound(track, other) for other in chosen):
            chosen.append(track)
    return sorted(chosen, key=lambda t: t.at)


def _same_sound(one: _Track, other: _Track) -> bool:
    shared = min(one.until, other.until) - max(one.at, other.at)
    return shared > min(2 * BLOCK, (one.until - one.at) / 2, (other.until - other.at) / 2)


def _best(block: Signal, around: Signal) -> tuple[float, int]:
    """The highest likeness of the block with a part of the signal, and where that part begins."""
    if len(around) < len(block):
        return 0.0, 0
    products = signal.correlate(around, _unit(block), "valid")
    energy = np.concatenate([[0.0], np.cumsum(np.square(around, dtype=np.float64))])
    likeness = products / _louder_than_quiet(energy, len(block))
    best = int(likeness.argmax())
    return float(likeness[best]), best


def _louder_than_quiet(energy: npt.NDArray[np.float64], length: int) -> npt.NDArray[np.float64]:
    """Of each stretch of `length` samples, from the running sum of squares; never as little as silence."""
    return np.sqrt(np.maximum(energy[length:] - energy[:-length], length * QUIET**2))


def _clues(prompt: str, samples: Samples) -> Sequence[_Clue]:
    sound = _audible(samples)
    known = _Known(prompt, sound)
    offsets = range(0, max(1, min(CLUES * PIECE, len(sound) - PIECE + 1)), PIECE)
    pieces = [_Clue(known, offset, min(PIECE, len(sound) - offset)) for offset in offsets]
    return [
        clue for clue in pieces if clue.length and _loudness(sound[clue.offset :][: clue.length]) >= QUIET
    ]


def _audible(samples: Samples) -> Signal:
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 4 * QUIET)
    return samples[loud[0] : loud[-1] + 1].astype(np.float32) if len(loud) else np.empty(0, np.float32)


def _unit(sound: Signal) -> Signal:
    return sound / np.float32(np.sqrt(np.sum(np.square(sound, dtype=np.float64))))


def _loudness(sound: Signal) -> float:
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64))))
