"""Why somebody was presented a call."""

from collections.abc import Sequence

from tierline.calls.events import Presented, Recorded
from tierline.calls.names import AgentId
from tierline.desk.views import words
from tierline.sentence import Sentence, SentenceView, view


def presented_to(history: Sequence[Recorded], agent: AgentId) -> Presented | None:
    """The last time."""
    every = (r.event for r in reversed(history) if isinstance(r.event, Presented))
    return next((event for event in every if event.agent == agent), None)


def why(presented: Presented) -> SentenceView | None:
    because = words.because(presented)
    return view(because) if isinstance(because, Sentence) else None
