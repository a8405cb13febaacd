"""One sentence of a timeline: who did what, and of which kind it is."""

from typing import Literal

Kind = Literal["arrived", "menu", "queue", "agent", "script", "transfer", "request", "end"]

Said = tuple[str, str, Kind] | None
"""`who` is "caller", "center" or a member of staff's name."""
