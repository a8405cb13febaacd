"""No log line of the center has anything of a caller, whatever goes wrong, and no library's has."""

import logging
from collections.abc import Iterator
from datetime import date

import pytest
import structlog

from tests.journeys.world import World
from tierline.logs import _Masked, log_to_stdout

RECEIPT, NAME, BORN, NUMBER = "EAC2190012345", "Sample Applicant Ana", date(1985, 4, 12), "+12025550111"
SAID = "the caller waits for a letter to Quellaria"
PERSONAL = (
    RECEIPT,
    "2190012345",
    NAME,
    BORN.isoformat(),
    "04121985",
    NUMBER,
    "2025550111",
    SAID,
    "Quellaria",
)


@pytest.fixture
def world() -> Iterator[World]:
    """Whose log is set up within the test: `capsys` reads nothing of before."""
    world = World()
    yield world
    world.close()
    structlog.reset_defaults()


def a_day_on_which_much_goes_wrong(world: World) -> None:
    world.dials(language="en").presses("132221900123450104121985")
    ana = world.dials(language="en", caller=NUMBER)
    ana.chooses_a_person()
    carla = world.ready("carla")
    carla.answers()
    carla.verifies(RECEIPT, NAME, BORN)
    carla.presents("case-status")
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    carla.completes()
    olga.adds_own_words(SAID)
    olga.declares("threat")
    world.store.away = True
    bo = world.dials(language="en", caller="+12025550122")
    bo.presses("132221900123450104121985")
    world.wait(seconds=30)
    world.store.away = False
    world.wait(seconds=30)
    olga.books_a_callback("supervisor", "officer_judgement", phone="2025550123")
    world.wait(minutes=1)


def test_a_day_on_which_much_goes_wrong_leaves_nothing_of_a_caller_in_the_log(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stdout()
    a_day_on_which_much_goes_wrong(world)
    log = capsys.readouterr().out
    assert "the database is away" in log
    assert [value for value in PERSONAL if value in log] == []


@pytest.mark.usefixtures("world")
def test_what_an_error_says_is_masked_in_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stdout()
    try:
        raise ValueError(f"no case {RECEIPT} of {NUMBER}, born {BORN}")
    except ValueError as wrong:
        structlog.get_logger().exception("a step failed")
        structlog.get_logger().warning("a step failed", why=str(wrong), caller=NAME, got=[RECEIPT, NUMBER])
    log = capsys.readouterr().out
    assert log.count("a step failed") == 2
    assert [value for value in PERSONAL if value in log] == []


def test_a_librarys_line_is_masked_too() -> None:
    line = logging.LogRecord("aiohttp", logging.ERROR, "x.py", 1, "no answer for %s", (NUMBER,), None)
    assert _Masked().format(line) == "no answer for [number]"
