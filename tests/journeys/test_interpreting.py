"""An interpreter is called into the conversation. Whatever becomes of them, agent and caller go on."""

import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls import interpreter_events as ie
from tierline.calls.conversation_events import KeysSent
from tierline.desk.refusal import Refused

LINE = "+18005550142"


@pytest.fixture
def carla(world: World) -> Agent:
    return world.agent("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    caller = world.dials(language="en")
    caller.chooses_a_person()
    carla.is_ready()
    carla.answers()
    return caller


def answers(world: World) -> None:
    world.switch.agent_answers(world.switch.dialled[LINE])
    world.settle()


def hears_the_interpreter(who: Agent) -> bool:
    return isinstance(who.hears, set) and "interpreter" in who.hears


def test_an_interpreter_of_the_list_joins_agent_and_caller(world: World, ana: Caller, carla: Agent) -> None:
    carla.calls_in("language-line")
    assert set(world.switch.dialled) == {LINE}
    assert ana.talks_to == {"carla"}
    seen = carla.sees().call
    assert seen
    assert seen.interpreter
    assert (seen.interpreter.name, seen.interpreter.state) == ("Sample Language Line", "ringing")
    answers(world)
    assert carla.hears == {"caller", "interpreter"}
    assert [type(event) for event in ana.events if isinstance(event, ie.InterpreterEvent)] == [
        ie.InterpreterCalled,
        ie.InterpreterJoined,
    ]
    carla.lets_the_interpreter_go()
    assert carla.hears == {"caller"}
    assert [left.how for left in ana.all(ie.InterpreterLeft)] == ["released"]


def test_nobody_else_is_ever_rung(world: World, ana: Caller, carla: Agent) -> None:
    for other in ("+12025550199", "nobody", ""):
        with pytest.raises(Refused, match="not in the agency's list"):
            carla.calls_in(other)
    assert world.switch.dialled == {}


def test_an_interpreter_who_does_not_answer_at_this_hour_is_not_rung(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.wait(minutes=60 * 12)
    with pytest.raises(Refused, match="does not answer at this hour"):
        carla.calls_in("quechua")


@pytest.mark.parametrize(
    ("how", "outcome"), [("rejects", "busy"), ("lets it ring", "no_answer"), ("is out of service", "failed")]
)
def test_one_who_does_not_come_leaves_the_call_as_it_was(
    world: World, ana: Caller, carla: Agent, how: str, outcome: str
) -> None:
    if how == "is out of service":
        world.switch.out_of_service.add(LINE)
    carla.calls_in("language-line")
    if how == "rejects":
        world.switch.agent_rejects(world.switch.dialled[LINE])
        world.settle()
    elif how == "lets it ring":
        world.wait(seconds=46)
        assert world.switch.dialled == {}
    assert [event.outcome for event in ana.all(ie.InterpreterNotReached)] == [outcome]
    assert ana.talks_to == {"carla"}
    seen = carla.sees().call
    assert seen
    assert seen.interpreter
    assert seen.interpreter.state == "missed"
    world.switch.out_of_service.clear()
    carla.calls_in("language-line")  # once more
    answers(world)
    assert hears_the_interpreter(carla)


def test_an_interpreter_who_hangs_up_leaves_agent_and_caller_together(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.calls_in("language-line")
    answers(world)
    part = ana.call.interpreter
    assert part
    world.switch.caller_hangs_up(part.leg)
    world.settle()
    assert ana.talks_to == {"carla"}
    assert [left.how for left in ana.all(ie.InterpreterLeft)] == ["hung_up"]


def test_the_interpreter_holds_during_a_consultation_and_stays_for_the_colleague(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.calls_in("language-line")
    answers(world)
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    assert carla.hears == {"olga"}
    carla.completes()
    assert olga.hears == {"caller", "interpreter"}


@pytest.mark.parametrize("how", ["ends", "gives back", "hands on", "is lost", "the caller hangs up"])
@pytest.mark.parametrize("joined", [True, False])
def test_the_interpreter_goes_when_the_conversation_is_over(
    world: World, ana: Caller, carla: Agent, how: str, joined: bool
) -> None:
    carla.calls_in("language-line")
    if joined:
        answers(world)
    {
        "ends": carla.ends,
        "gives back": carla.gives_back,
        "hands on": lambda: carla.hands_on("2"),
        "is lost": carla.closes_the_browser,
        "the caller hangs up": ana.hangs_up,
    }[how]()
    assert ana.call.interpreter is None
    assert not [leg for leg in world.switch.legs if leg.startswith("interpreter")]
    over = ana.all(ie.InterpreterLeft) if joined else ana.all(ie.InterpreterNotReached)
    assert len(over) == 1


@pytest.mark.parametrize("meanwhile", ["nothing", "answers", "hangs up"])
@pytest.mark.parametrize("joined", [True, False])
def test_a_killed_process_finds_the_interpreter_again(
    world: World, ana: Caller, carla: Agent, joined: bool, meanwhile: str
) -> None:
    carla.calls_in("language-line")
    if joined:
        answers(world)
    part = ana.call.interpreter
    assert part
    if meanwhile == "hangs up":
        world.switch.caller_hangs_up(part.leg)
    elif meanwhile == "answers" and not joined:
        world.switch.agent_answers(part.leg)
    world.kill_and_restart()
    if meanwhile == "hangs up":
        assert ana.call.interpreter is None
        assert ana.talks_to == {"carla"}
    elif joined or meanwhile == "answers":
        assert carla.hears == {"caller", "interpreter"}
    else:
        answers(world)
        assert carla.hears == {"caller", "interpreter"}


def test_keys_go_to_the_interpreter_s_menu_and_which_is_on_no_record(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.calls_in("language-line")
    answers(world)
    part = ana.call.interpreter
    assert part
    carla.presses("1234#")
    assert world.switch.keys_sent_to(part.leg) == "1234#"
    assert world.switch.keys_sent_to(ana.leg) == ""
    assert ana.all(KeysSent) == [KeysSent(carla.id, 5, "interpreter")]
    for wrong in ("", "12a", "1" * 33):
        with pytest.raises(Refused, match="the keys 0 to 9"):
            carla.presses(wrong)


def test_without_an_interpreter_keys_go_to_the_caller_who_is_there(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.presses("1")
    assert world.switch.keys_sent_to(ana.leg) == "1"
    carla.holds()
    with pytest.raises(Refused, match="on hold"):
        carla.presses("1")


def test_a_muted_agent_is_heard_by_nobody_until_they_say_so_whatever_happens(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.mutes()
    assert ana.hears == frozenset()
    seen = carla.sees().call
    assert seen
    assert seen.muted
    carla.holds()
    carla.resumes()
    world.kill_and_restart()
    world.switch.connection_breaks()
    world.switch.engine_returns()
    world.settle()
    assert ana.hears == frozenset()
    carla.mutes(False)
    assert ana.talks_to == {"carla"}
