"""A process of its own that makes slow copies of recordings: the work of a long one would hold the center's
calls up."""

from pathlib import Path

from tierline.speech import wav
from tierline.speech.messages import Slow
from tierline.speech.serving import serve
from tierline.speech.stretching import stretch


def slow_down(request: Slow) -> None:
    wav.write(Path(request.path), stretch(wav.read(Path(request.recording))))


if __name__ == "__main__":
    serve(Slow, slow_down)
