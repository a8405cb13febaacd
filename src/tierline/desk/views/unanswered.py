"""What callers asked that no script answered, for authors and supervisors. Without the call, the agent or the
hour: what is written is the question alone."""

from datetime import date, timedelta

import msgspec

from tierline.desk.center import Center
from tierline.desk.views import words
from tierline.scripts.finding import topics_changed
from tierline.scripts.unanswered import by_topic

DAYS = 30
_MOST_QUESTIONS = 50


class QuestionView(msgspec.Struct, frozen=True):
    """`on` which day, in the agency's time zone."""

    on: date
    words: str


class TopicView(msgspec.Struct, frozen=True):
    """`topic` is empty for callers who chose nothing in the menus. `since` are those of the `times` that came
    after the scripts of the topic last `changed`. The newest questions first."""

    topic: str
    times: int
    since: int
    changed: date | None
    questions: tuple[QuestionView, ...]


class UnansweredView(msgspec.Struct, frozen=True):
    days: int
    topics: tuple[TopicView, ...]


async def unanswered(center: Center) -> UnansweredView:
    now = center.clock.now()
    history = await center.store.unanswered(now - timedelta(days=DAYS))
    found = by_topic(history, topics_changed(center.agency.scripts, now))
    asked = [question.asked for topic in found for question in topic.questions[:_MOST_QUESTIONS]]
    said = await center.store.values(asked) if asked else {}
    zone = center.agency.zone
    return UnansweredView(
        DAYS,
        tuple(
            TopicView(
                words.plain(topic.topic),
                topic.times,
                topic.since,
                topic.changed.astimezone(zone).date() if topic.changed else None,
                tuple(
                    QuestionView(question.at.astimezone(zone).date(), said[question.asked])
                    for question in topic.questions[:_MOST_QUESTIONS]
                    if question.asked in said
                ),
            )
            for topic in found
        ),
    )
