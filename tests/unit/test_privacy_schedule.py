"""What is due by the schedule: never what is open, held, or of a series that nobody scheduled."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given

from tierline.calls.names import CallId
from tierline.privacy.hold import is_due
from tierline.privacy.record import Closed, Record, Series
from tierline.privacy.schedule import KEPT, SERIES, PrivacyFile

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
DAYS = st.integers(1, 36_500)
AFTER = {"call": "ended", "practice": "ended", "request": "answered", "message": "settled"}
CALLS = st.sampled_from([CallId("c1"), CallId("c2")])
RECORDS = st.builds(Record, st.just("r1"), st.sampled_from(SERIES), CALLS)
CLOSED = st.builds(
    Closed,
    RECORDS,
    st.none() | st.integers(-40_000, 1).map(lambda days: NOW + timedelta(days=days)),
    st.booleans(),
)


def schedule(**days: int) -> PrivacyFile:
    of = {name: {"days": n, "after": AFTER[name], "authority": "Schedule 1"} for name, n in days.items()}
    return msgspec.convert(of, PrivacyFile)


SCHEDULES = st.dictionaries(st.sampled_from(SERIES), DAYS).map(lambda days: schedule(**days))


@given(CLOSED, SCHEDULES, st.sets(CALLS))
def test_nothing_open_held_or_unscheduled_is_ever_due(
    record: Closed, written: PrivacyFile, held: set[CallId]
) -> None:
    if is_due(record, written, held=held, now=NOW):
        kept = written.of(record.record.series)
        assert kept
        assert record.since
        assert not record.call_open
        assert record.record.call not in held
        assert record.since + timedelta(days=kept.days) <= NOW


@given(CLOSED, SCHEDULES)
def test_what_is_due_stays_due_until_somebody_holds_it(record: Closed, written: PrivacyFile) -> None:
    if is_due(record, written, held=(), now=NOW):
        assert is_due(record, written, held=(), now=NOW + timedelta(days=1))
        assert not is_due(record, written, held={record.record.call}, now=NOW)


def test_it_is_due_to_the_day_after_what_it_is_counted_from() -> None:
    record = Closed(Record("c1", "call", CallId("c1")), NOW, call_open=False)
    assert schedule(call=30).due_at(record) == NOW + timedelta(days=30)
    assert schedule(request=30).due_at(record) is None
    assert KEPT.due_at(record) is None


def test_every_series_can_be_scheduled() -> None:
    assert set(SERIES) == set(get_args(Series)) == set(PrivacyFile.__struct_fields__)


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": 0, "after": "ended", "authority": "Schedule 1"},
        {"days": 30, "after": "answered", "authority": "Schedule 1"},
        {"days": 30, "after": "ended", "authority": " "},
        {"days": 30, "after": "ended"},
    ],
)
def test_a_call_is_kept_for_days_after_its_end_by_an_authority(wrong: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"call": wrong}, PrivacyFile)
