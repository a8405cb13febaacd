"""The corrections that an agent has not read yet, on their screen."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from tierline.calls.names import AgentId, CallId, Ref
from tierline.desk.center import Center
from tierline.desk.corrections import Notice
from tierline.desk.views import words
from tierline.desk.views.field_names import field_names


class CorrectionView(msgspec.Struct, frozen=True, kw_only=True):
    """`titles` are the script's, `own_words` what the agent said without one. `fact` is empty where all of
    it was corrected, and `fact_names` say it in words."""

    call: CallId
    said: Ref
    fact: str
    fact_names: Mapping[str, str]
    titles: dict[str, str]
    own_words: str
    by: str
    at: datetime
    instead: str
    why: str


async def unread(center: Center, agent: AgentId) -> tuple[CorrectionView, ...]:
    """Newest first."""
    return tuple(_view(center, notice) for notice in await center.corrections.of(agent))


def _view(center: Center, notice: Notice) -> CorrectionView:
    review = notice.review
    return CorrectionView(
        call=review.of.call,
        said=review.of.said,
        fact=review.of.fact,
        fact_names=field_names(center.agency, review.of.fact) if review.of.fact else {},
        titles=dict(words.script_titles(center.agency, review.script)) if review.script else {},
        own_words=notice.own_words,
        by=center.agency.name_of(review.by),
        at=review.at,
        instead=notice.instead,
        why=notice.why,
    )
