"""One sentence of a timeline: who did what, and of which kind it is."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from tierline.calls.names import Ref
from tierline.sentence import Sentence, Value

Kind = Literal["arrived", "menu", "queue", "agent", "script", "transfer", "request", "end"]

Said = tuple[str, Sentence, Kind] | None
"""`who` is "caller", "center" or a member of staff's name."""

Reasons: TypeAlias = Mapping[Ref, Value]
"""What is typed where a call is moved, by the references to it: as it was typed, or that it was destroyed."""
