"""Percentiles are values that were measured, and a key without its prompt makes the report fail."""

import pytest

from tierline.bench.figures import Generator, Level, Machine, Report, Side, percentile
from tierline.bench.table import table


@pytest.mark.parametrize(
    ("values", "part", "is_"),
    [
        (range(1, 101), 0.99, 99),
        (range(1, 101), 0.5, 50),
        (range(1, 1001), 0.99, 990),
        ([3, 1, 2], 0.5, 2),
        ([3, 1, 2], 0.99, 3),
        ([7], 0.5, 7),
        ([], 0.99, 0),
    ],
)
def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(
    values: range | list[int], part: float, is_: int
) -> None:
    assert percentile(list(values), part) == is_


def side(*, samples: int = 10, missed: int = 0, p99: float = 2.0, late: float = 1.0) -> Side:
    return Side(1.0, p99, p99, samples, missed, 1.0, 3.0, late)


def report(ours: Side, plain: Side) -> Report:
    level = Level(50, ours, plain, 0.0, 9.0, plain.p99_ms > 40, 1.0, 5.0, 3.0, Generator(1.0, 0.1))
    return Report((level,), Machine(2, 0.5, "A processor", "3.11.7", "Asterisk 22"))


def test_a_report_is_ok_when_every_key_had_its_prompt() -> None:
    assert report(side(), side()).ok
    assert not report(side(missed=1), side()).ok
    assert not report(side(), side(samples=0)).ok


def test_the_table_says_where_its_figures_are_not_to_be_trusted() -> None:
    assert "saturated" not in table(report(side(), side()))
    assert "itself is saturated" in table(report(side(), side(p99=80.0)))
    assert "were late" not in table(report(side(), side()))
    assert "late while calling the IVR" in table(report(side(late=21.0), side()))
    assert "late while calling the dialplan" in table(report(side(), side(late=21.0)))
    assert "2 keys had no prompt" in table(report(side(missed=2), side()))
