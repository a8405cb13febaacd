"""All that is on record of a person is given to them, and nothing of anybody else."""

from collections.abc import Iterator

import pytest

from tests.journeys.test_privacy_accounting import ANOTHERS, MINE, asked_of, born
from tests.journeys.world import Agent, Caller, World
from tierline.desk.privacy.accounting import Asked
from tierline.desk.privacy.concerned import Subject, concerned
from tierline.desk.privacy.exporting import CannotExport, OnRecord, export

MY_WORDS, OTHER_WORDS = "You asked about the letter of May.", "Your brother's card is at the post office."
NUMBER = "+12025550111"


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def exported(world: World, by: str, value: str) -> OnRecord:
    subject = Subject(by, value)  # type: ignore[arg-type]

    async def give() -> OnRecord:
        await world.center.looks.settled()
        asked = Asked("root", "the person", world.clock.now())
        return await export(world.store, subject, await concerned(world.store, subject), asked)

    return world.do(give())


def at_an_officer(world: World, caller: str = NUMBER) -> tuple[Caller, Agent]:
    ana = world.dials(language="en", caller=caller)
    ana.chooses_a_person()
    carla = world.ready("carla")
    carla.answers()
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    carla.completes()
    return ana, olga


def values(found: OnRecord) -> dict[str, str]:
    return {value.value: value.kind for call in found.calls for value in call.values}


def whole(found: OnRecord) -> str:
    return str(found)


def test_a_person_gets_what_they_were_told_and_what_the_call_is_known_by(world: World) -> None:
    _, olga = at_an_officer(world)
    olga.verifies(MINE, *born(world, MINE))
    olga.adds_own_words(MY_WORDS)
    found = exported(world, "receipt", MINE)
    assert {MINE: "receipt", MY_WORDS: "own_words", NUMBER: "phone"}.items() <= values(found).items()
    assert [call.whole for call in found.calls] == [True]
    assert "own_words" in [told.nature for told in found.disclosures]


def test_of_a_call_about_two_cases_each_person_gets_their_own(world: World) -> None:
    _, olga = at_an_officer(world)
    olga.verifies(MINE, *born(world, MINE))
    olga.adds_own_words(MY_WORDS)
    olga.verifies(ANOTHERS, *born(world, ANOTHERS))
    olga.adds_own_words(OTHER_WORDS)
    mine, another = exported(world, "receipt", MINE), exported(world, "receipt", ANOTHERS)
    assert [call.whole for call in (*mine.calls, *another.calls)] == [False, False]
    assert (MY_WORDS in whole(mine), OTHER_WORDS in whole(mine), ANOTHERS in whole(mine)) == (
        True,
        False,
        False,
    )
    assert (MY_WORDS in whole(another), OTHER_WORDS in whole(another), MINE in whole(another)) == (
        False,
        True,
        False,
    )
    for found in (mine, another):
        assert NUMBER not in whole(found)


def test_who_speaks_for_the_person_is_not_in_what_the_person_gets(world: World) -> None:
    _, olga = at_an_officer(world)
    name, birth = born(world, MINE)
    answers = {"name": name, "birth-date": birth.isoformat(), "representative": "Sample Counsel Rafael"}
    olga.verifies_by(MINE, answers, speaker="representative")
    olga.adds_own_words(MY_WORDS)
    found = exported(world, "receipt", MINE)
    assert MY_WORDS in whole(found)
    assert NUMBER not in whole(found)


def test_a_telephone_number_opens_no_case_that_was_spoken_of_from_it(world: World) -> None:
    ana, olga = at_an_officer(world)
    olga.adds_own_words("We are open until eight.")
    olga.verifies(MINE, *born(world, MINE))
    olga.adds_own_words(MY_WORDS)
    found = exported(world, "number", NUMBER)
    assert "We are open until eight." in whole(found)
    assert MY_WORDS not in whole(found)
    assert MINE not in whole(found)
    assert [call.id for call in found.calls] == [ana.call_id]


def test_the_calls_of_other_numbers_are_not_in_it(world: World) -> None:
    at_an_officer(world)
    bo = world.dials(language="en", caller="+12025550122")
    found = exported(world, "number", NUMBER)
    assert bo.call_id not in {call.id for call in found.calls}
    assert "+12025550122" not in whole(found)


def test_one_call_about_two_cases_is_not_given_as_a_whole(world: World) -> None:
    ana, olga = at_an_officer(world)
    olga.verifies(MINE, *born(world, MINE))
    olga.verifies(ANOTHERS, *born(world, ANOTHERS))
    with pytest.raises(CannotExport, match="more than one case"):
        exported(world, "call", ana.call_id)


def test_who_was_verified_twice_for_one_case_gets_the_call_as_a_whole(world: World) -> None:
    ana, olga = at_an_officer(world)
    olga.verifies(MINE, *born(world, MINE))
    olga.verifies(MINE, *born(world, MINE))
    assert NUMBER in whole(exported(world, "call", ana.call_id))
    assert NUMBER in whole(exported(world, "receipt", MINE))


def test_whoever_is_not_on_record_is_told_so_and_what_was_given_is_on_record(world: World) -> None:
    with pytest.raises(CannotExport, match="nothing is on record"):
        exported(world, "receipt", MINE)
    _, olga = at_an_officer(world)
    olga.verifies(MINE, *born(world, MINE))
    world.wait(minutes=1)
    exported(world, "receipt", MINE)
    last = asked_of(world, "receipt", MINE)[-1]
    assert (last.nature, last.by, last.whom) == ("exported", "root", "the person")
