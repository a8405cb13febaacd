"""A process of its own in which the SVOX Pico voice speaks.

It holds the interpreter's lock while it works, and may hang: neither must happen to the center.
Reads one JSON request a line, writes the WAV file, answers one JSON line; ends when its input ends.
"""

import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np
from py_nanotts import NanoTTS  # type: ignore[import-untyped]
from scipy.signal import resample_poly

from tierline.speech import wav
from tierline.speech.messages import Answer, Failed, Ready, Rendered, Request

LONGEST_SECONDS = 15
"""No sentence takes this long. A hung worker ends itself, so that none outlives a center that was killed."""

VOLUME = 0.5
"""At its own full volume the voice clips."""


def speak(request: Request) -> Rendered | Failed:
    # Pico reads <…> as commands of its own.
    words = request.text.translate({ord("<"): " ", ord(">"): " "})
    try:
        pcm = NanoTTS().speak(words, voice=request.voice, volume=VOLUME)
        wav.write(Path(request.path), to_telephone(np.frombuffer(pcm, dtype="<i2")))
    except (RuntimeError, ValueError, OSError) as error:
        return Failed(str(error))
    return Rendered()


def to_telephone(wideband: wav.Samples) -> wav.Samples:
    """16 kHz to 8 kHz through a low-pass filter: without it, hissing sounds fold into the telephone band."""
    narrow = resample_poly(wideband.astype(np.float32), 1, 2)
    return np.clip(np.rint(narrow), -32767, 32767).astype(np.int16)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    def answer(this: Answer) -> None:
        answers.write(msgspec.json.encode(this) + b"\n")
        answers.flush()

    answer(Ready())
    for line in requests:
        signal.alarm(LONGEST_SECONDS)
        answer(speak(msgspec.json.decode(line, type=Request)))
        signal.alarm(0)


if __name__ == "__main__":
    # A stray print of a native library goes to the log, not between our answers.
    own_output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, own_output)
