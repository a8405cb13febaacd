"""An agent works at one screen: whoever sits down at another leaves the first, and no call is dropped by
it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.journeys.web import Web
from tests.journeys.world import Agent, Caller, World
from tierline.calls.desk_events import AgentMoved, AgentMovedIn
from tierline.calls.events import AgentLost, Queued, Unanswered
from tierline.calls.names import AgentId
from tierline.desk.changing_desks import InCallElsewhere
from tierline.desk.refusal import Refused

CARLA = AgentId("carla")


@pytest.fixture
def carla(world: World) -> Agent:
    carla = world.agent("carla")
    carla.sits_down("first")
    return carla


@pytest.fixture
def ana(world: World, carla: Agent, screens: ExitStack) -> Caller:
    """In conversation with Carla, who has the first screen open."""
    opens(screens, world, "first")
    carla.is_ready()
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla.answers()
    assert ana.talks_to == {"carla"}
    return ana


@pytest.fixture
def screens() -> Iterator[ExitStack]:
    """Those that are open until the end."""
    with ExitStack() as open_ones:
        yield open_ones


def opens(screens: ExitStack, world: World, desk: str) -> None:
    screens.enter_context(world.center.floor.seats.opened(CARLA, desk))


def test_a_second_screen_takes_over_and_the_first_is_told(world: World, carla: Agent) -> None:
    seats = world.center.floor.seats
    assert seats.lost(CARLA, "first") is None
    carla.sits_down("second")
    lost = seats.lost(CARLA, "first")
    assert lost
    assert lost.lost == "taken_over"
    assert seats.lost(CARLA, "second") is None


def test_the_first_screen_s_phone_does_not_come_back_by_itself(carla: Agent) -> None:
    carla.sits_down("second")
    with pytest.raises(Refused, match="at another screen"):
        carla.sits_down("first")
    carla.sits_down("first", take_over=True)


def test_a_ready_agent_stays_ready_at_the_second_screen(world: World, carla: Agent) -> None:
    carla.is_ready()
    carla.sits_down("second")
    assert carla.is_in("ready")
    world.dials(language="es").chooses_a_person()
    assert world.ringing == {"carla"}


def test_in_mid_call_a_second_screen_has_to_be_confirmed(world: World, carla: Agent, ana: Caller) -> None:
    with pytest.raises(InCallElsewhere, match="confirm"):
        carla.sits_down("second")
    assert ana.talks_to == {"carla"}
    assert world.center.floor.seats.of(CARLA) == "first"


def test_a_call_goes_along_to_the_second_screen_while_the_caller_holds(
    world: World, carla: Agent, ana: Caller
) -> None:
    since = ana.call.waiting_since
    carla.sits_down("second", take_over=True)
    assert ana.hears == "music"
    assert carla.sees().moving
    carla.answers()
    assert ana.talks_to == {"carla"}
    assert not carla.sees().moving
    assert carla.is_in("talking")
    assert len(ana.all(AgentMoved)) == len(ana.all(AgentMovedIn)) == 1
    assert ana.all(AgentLost) == []
    assert ana.call.waiting_since == since
    world.wait(minutes=1)
    assert ana.talks_to == {"carla"}
    carla.ends()
    assert carla.is_in("wrap_up")


def test_a_page_that_was_loaded_again_in_mid_call_gets_the_call_without_being_asked(
    world: World, carla: Agent
) -> None:
    carla.is_ready()
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla.answers()
    carla.sits_down("the same page, loaded again")
    carla.answers()
    assert ana.talks_to == {"carla"}


def test_a_call_whose_agent_never_comes_to_the_second_screen_goes_back_to_the_queue(
    world: World, carla: Agent, ana: Caller
) -> None:
    since = ana.call.waiting_since
    carla.sits_down("second", take_over=True)
    world.wait(seconds=31)
    assert (ana.call.phase, ana.call.waiting_since) == ("waiting", since)
    assert [lost.agent for lost in ana.all(AgentLost)] == ["carla"]
    assert not world.ringing


def test_a_caller_may_hang_up_while_the_call_goes_along(world: World, carla: Agent, ana: Caller) -> None:
    carla.sits_down("second", take_over=True)
    ana.hangs_up()
    assert carla.is_in("wrap_up")
    assert (world.switch.legs, world.switch.rooms) == (set(), {})


def test_a_process_killed_while_the_call_goes_along_loses_no_caller(
    world: World, carla: Agent, ana: Caller
) -> None:
    since = ana.call.waiting_since
    carla.sits_down("second", take_over=True)
    world.kill_and_restart()
    assert ana.call.waiting_since == since
    assert ana.call.phase in ("waiting", "talking")
    world.wait(seconds=31)
    assert ana.call.phase == "waiting"


def test_a_presentation_at_the_first_screen_goes_to_others(
    world: World, carla: Agent, screens: ExitStack
) -> None:
    opens(screens, world, "first")
    carla.is_ready()
    ana = world.dials(language="es")
    ana.chooses_a_person()
    with pytest.raises(InCallElsewhere):
        carla.sits_down("second")
    carla.sits_down("second", take_over=True)
    assert [unanswered.outcome for unanswered in ana.all(Unanswered)] == ["withdrawn"]
    assert ana.call.phase == "waiting"
    assert carla.is_in("not_ready")


# ---- signed out by a supervisor


def test_who_is_signed_out_by_a_supervisor_is_out_at_once_and_it_is_on_record(
    world: World, carla: Agent
) -> None:
    carla.is_ready()
    carla.is_signed_out_by("selma")
    assert carla.state.signed_out
    assert (carla.state.by, carla.state.why) == ("selma", "left the desk")
    assert "carla" not in world.switch.phones
    lost = world.center.floor.seats.lost(CARLA, "first")
    assert lost
    assert (lost.lost, lost.by, lost.why) == ("signed_out", "Selma Sample", "left the desk")
    states = world.do(world.store.states_of(CARLA, world.clock.now()))
    assert [state.by for state in states if state.signed_out] == ["selma"]
    world.dials(language="es").chooses_a_person()
    assert not world.ringing


def test_in_mid_call_the_caller_may_finish_first(world: World, carla: Agent, ana: Caller) -> None:
    carla.is_signed_out_by("selma", "finish")
    assert ana.talks_to == {"carla"}
    wanted = carla.sees().state.afterwards
    assert wanted
    assert (wanted.reason, wanted.by) == ("signed out", "Selma Sample")
    carla.ends()
    assert carla.state.signed_out
    assert carla.state.by == "selma"
    assert "carla" not in world.switch.phones


def test_a_sign_out_that_waits_for_the_end_of_the_call_comes_too_when_the_agents_line_ends_first(
    world: World, carla: Agent, ana: Caller
) -> None:
    carla.is_signed_out_by("selma", "finish")
    carla.closes_the_browser()
    assert ana.call.phase == "waiting"
    assert carla.state.signed_out
    assert (carla.state.by, carla.state.why) == ("selma", "left the desk")
    assert "carla" not in world.switch.phones


def test_a_sign_out_that_waits_for_the_end_of_the_call_outlives_a_killed_process(
    world: World, carla: Agent, ana: Caller
) -> None:
    carla.is_signed_out_by("selma", "finish")
    world.kill_and_restart()
    assert ana.talks_to == {"carla"}
    carla.ends()
    assert carla.state.signed_out


def test_in_mid_call_the_caller_may_go_back_to_the_queue_at_the_original_age(
    world: World, carla: Agent, ana: Caller
) -> None:
    since = ana.call.waiting_since
    carla.is_signed_out_by("selma", "requeue")
    assert carla.state.signed_out
    assert (ana.call.phase, ana.call.waiting_since) == ("waiting", since)
    assert [queued.tier for queued in ana.all(Queued)] == ["1", "1"]
    assert [lost.by for lost in ana.all(AgentLost)] == ["selma"]
    assert world.switch.legs == {ana.leg}


def test_a_sign_out_has_a_reason_and_is_of_somebody_who_is_there(world: World, carla: Agent) -> None:
    carla.is_signed_out_by("selma")
    with pytest.raises(Refused, match="signed out already"):
        carla.is_signed_out_by("selma")


# ---- the same over HTTP


@pytest.fixture
def web() -> Iterator[Web]:
    world = World()
    yield Web(world)
    world.close()


def test_the_first_session_ends_when_another_browser_takes_over(web: Web) -> None:
    first, second = web.signed_in("carla"), web.signed_in("carla")
    assert first.post("/api/agent/desk", {"desk": "a"}).status_code == 200
    assert second.post("/api/agent/desk", {"desk": "b"}).status_code == 200
    assert first.get("/api/session").status_code == 401
    assert second.get("/api/session").status_code == 200


def test_two_pages_of_one_browser_keep_the_session_and_the_second_has_the_phone(web: Web) -> None:
    carla = web.signed_in("carla")
    carla.post("/api/agent/desk", {"desk": "a"})
    carla.post("/api/agent/desk", {"desk": "b"})
    assert carla.post("/api/agent/phone", {"kind": "browser", "desk": "b"}).status_code == 200
    refused = carla.post("/api/agent/phone", {"kind": "browser", "desk": "a"})
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")


def test_a_second_browser_in_mid_call_is_asked_to_confirm(web: Web, screens: ExitStack) -> None:
    world, first = web.world, web.signed_in("carla")
    first.post("/api/agent/desk", {"desk": "a"})
    first.post("/api/agent/phone", {"kind": "browser", "desk": "a"})
    first.post("/api/agent/state", {"ready": True})
    opens(screens, world, "a")
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla = Agent(world, CARLA)
    carla.answers()
    second = web.signed_in("carla")
    asked = second.post("/api/agent/desk", {"desk": "b"})
    assert (asked.status_code, asked.json()["code"]) == (409, "in_call")
    assert first.get("/api/session").status_code == 200
    assert second.post("/api/agent/desk", {"desk": "b", "take_over": True}).status_code == 200
    second.post("/api/agent/phone", {"kind": "browser", "desk": "b"})
    assert second.post("/api/agent/phone/here").status_code == 200
    carla.answers()
    assert ana.talks_to == {"carla"}


def test_a_supervisor_sees_everyone_and_why_a_caller_waits(web: Web) -> None:
    world, selma = web.world, web.signed_in("selma")
    carla = world.ready("carla")
    world.wait(seconds=5)
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla.rejects()
    floor = selma.get("/api/supervisor/floor").json()
    row = next(agent for agent in floor["agents"] if agent["user"] == "carla")
    assert (row["state"]["reason"], row["missed"]["counts"]) == ("rejected a call", {"rejected": 1})
    (waiting,) = floor["waiting"]
    assert (waiting["call"], waiting["why"]) == (ana.call_id, "no Tier 1 agent who speaks Spanish is ready")
    assert floor["waiting_in_all"] == 1


def test_a_supervisor_puts_an_agent_into_not_ready_and_signs_them_out(web: Web) -> None:
    world, selma, browser = web.world, web.signed_in("selma"), web.signed_in("carla")
    world.ready("carla")
    at = "/api/supervisor/floor/carla"
    refused = selma.post(f"{at}/not-ready", {"reason": "go home"})
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    assert selma.post(f"{at}/not-ready", {"reason": "meeting", "why": "room 4"}).status_code == 200
    state = browser.sees()["state"]
    assert (state["reason"], state["by"], state["why"]) == ("meeting", "Selma Sample", "room 4")
    assert selma.post(f"{at}/sign-out", {"why": ""}).status_code == 409
    assert selma.post(f"{at}/sign-out", {"why": "shift is over"}).status_code == 200
    assert browser.get("/api/session").status_code == 401
    states = selma.get(f"{at}/states").json()["states"]
    assert (states[-1]["reason"], states[-1]["by"], states[-1]["why"]) == (
        "signed out",
        "selma",
        "shift is over",
    )
    assert selma.post("/api/supervisor/floor/clerk-newark/sign-out", {"why": "x"}).status_code == 404
    assert browser.post(f"{at}/sign-out", {"why": "x"}).status_code == 401


def test_an_agent_disposes_and_makes_wrap_up_longer_over_http(web: Web) -> None:
    world, browser = web.world, web.signed_in("carla")
    carla = world.ready("carla")
    world.dials(language="es").chooses_a_person()
    carla.answers()
    at = browser.at_hand()
    carla.ends()
    assert browser.sees()["state"]["may_extend"]
    assert browser.post("/api/agent/wrap-up/extension").status_code == 200
    assert browser.post("/api/agent/wrap-up/extension").json()["code"] == "conflict"
    assert browser.post(f"{at}/disposition", {"disposition": "answered"}).status_code == 200
    view = browser.sees()
    assert view["dispositions"]["chosen"] == "answered"
    assert "Disposition: Question answered" in [line["what"] for line in view["last_call"]["timeline"]]
    assert browser.post("/api/agent/state", {"ready": False, "reason": "free text"}).status_code == 409
