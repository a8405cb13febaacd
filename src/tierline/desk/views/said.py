"""One sentence of a timeline: who did what, and of which kind it is."""

from typing import Literal

from tierline.sentence import Sentence

Kind = Literal["arrived", "menu", "queue", "agent", "script", "transfer", "request", "end"]

Said = tuple[str, Sentence, Kind] | None
"""`who` is "caller", "center" or a member of staff's name."""
