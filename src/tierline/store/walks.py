"""The ways that calls took through the flow, counted by the database.

In SQL and not here: the events of a busy day are a million, and the database reads them beside the event
loop.
"""

from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from tierline.calls.walk import Mark, Walk
from tierline.store import tables as t

_marks = msgspec.json.Decoder(tuple[Mark, ...])


def counted(since: datetime, until: datetime) -> sa.Select[Any]:
    """Rows for `walk_of`, of the calls that arrived from `since` until before `until`."""
    each = _each_call(since, until)
    return sa.select(each.c.agency, each.c.marks, sa.func.count().label("calls")).group_by(
        each.c.agency, each.c.marks
    )


def walk_of(row: sa.Row[Any]) -> Walk:
    return Walk(row.agency, _marks.decode(f"[{row.marks or ''}]"), row.calls)


def _each_call(since: datetime, until: datetime) -> sa.Subquery:
    """One row a call: the marks of its whole history, in order, as the inside of a JSON array."""
    call, seq = t.calls.c.id, t.call_events.c.seq
    mark = sa.func.group_concat(_mark(t.call_events.c.type, t.call_events.c.body), ",")
    every = (
        sa.select(
            call,
            # As a window, whose order SQLite promises; within a GROUP BY it does not.
            mark.over(partition_by=call, order_by=seq, rows=(None, None)).label("marks"),
            sa.func.row_number().over(partition_by=call, order_by=seq).label("nth"),
        )
        .select_from(t.calls)
        .outerjoin(t.call_events, sa.and_(t.call_events.c.call == call, t.call_events.c.type.in_(_MARKED)))
        .where(t.calls.c.arrived_at >= since, t.calls.c.arrived_at < until)
        .subquery()
    )
    agency = sa.func.json_extract(t.calls.c.state, "$.agency").label("agency")
    of_calls = every.join(t.calls, sa.and_(t.calls.c.id == every.c.id, every.c.nth == 1))
    return sa.select(agency, every.c.marks).select_from(of_calls).subquery()


_MARKED = ("StepReached", "KeyEverywhere", "Queued", "SupervisorAsked", "RangOff", "Ended", "HistoryLost")


def _mark(type_: sa.ColumnElement[str], body: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """As `calls.walk.mark_of` makes it of the event."""
    step = sa.func.json_extract(body, "$.step")
    around = sa.case(
        (
            sa.func.json_extract(body, "$.place.at.step") == step,
            sa.func.json_extract(body, "$.place.at.stack"),
        )
    )
    return sa.case(
        (type_ == "StepReached", sa.func.json_array("step", step, sa.func.json(around))),
        (type_ == "KeyEverywhere", sa.func.json_array("key", sa.func.json_extract(body, "$.meaning"))),
        (type_ == "Queued", '["queued"]'),
        (type_ == "SupervisorAsked", '["supervisor"]'),
        (type_ == "RangOff", '["rang_off"]'),
        (type_ == "HistoryLost", '["unknown"]'),
        (type_ == "Ended", sa.func.json_array("ended", sa.func.json_extract(body, "$.how"))),
    )
