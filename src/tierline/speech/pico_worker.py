"""A process of its own in which the SVOX Pico voice speaks: it holds the interpreter's lock while it works,
and may hang. Neither must happen to the center."""

from pathlib import Path

import numpy as np
from py_nanotts import NanoTTS  # type: ignore[import-untyped]
from scipy.signal import resample_poly

from tierline.speech import wav
from tierline.speech.messages import Say
from tierline.speech.serving import serve

VOLUME = 0.5
"""At its own full volume the voice clips."""


def speak(request: Say) -> None:
    # Pico reads <…> as commands of its own.
    words = request.text.translate({ord("<"): " ", ord(">"): " "})
    pcm = NanoTTS().speak(words, voice=request.voice, volume=VOLUME, speed=request.speed)
    wav.write(Path(request.path), to_telephone(np.frombuffer(pcm, dtype="<i2")))


def to_telephone(wideband: wav.Samples) -> wav.Samples:
    """16 kHz to 8 kHz through a low-pass filter: without it, hissing sounds fold into the telephone band."""
    narrow = resample_poly(wideband.astype(np.float32), 1, 2)
    return np.clip(np.rint(narrow), -32767, 32767).astype(np.int16)


if __name__ == "__main__":
    serve(Say, speak)
