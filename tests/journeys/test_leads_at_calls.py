"""A lead listens to calls of their own site, where the agency lets them, and hears CSRs of theirs alone."""

import msgspec
import pytest

from tests.journeys.test_supervision import left_alone, with_settings
from tests.journeys.web import Web
from tests.journeys.world import Agent, Caller, World
from tests.sample import AGENCY
from tierline.agency.files import FolderFiles
from tierline.calls import supervision_events as su
from tierline.desk.refusal import NotFound, Refused
from tierline.staff.supervision import SupervisionFile

WHISPER = SupervisionFile(leads="whisper")
LISTEN = {"mode": "monitor", "reason": "a new colleague"}


@pytest.fixture
def carla(world: World) -> Agent:
    with_settings(world, WHISPER)
    return world.ready("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    """In conversation with Carla, of the lead's own site."""
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    return ana


@pytest.fixture
def lena(world: World) -> Agent:
    return world.agent("lena")


def test_a_lead_listens_and_whispers_to_the_csr_and_never_joins(
    world: World, ana: Caller, carla: Agent, lena: Agent
) -> None:
    lena.is_at(ana, "monitor")
    assert lena.hears_legs == {ana.leg, carla.leg}
    lena.supervises(ana, "whisper")
    assert carla.hears_legs == {ana.leg, lena.leg}
    assert ana.hears == {carla.leg}
    with pytest.raises(Refused, match="your agency does not let you"):
        lena.supervises(ana, "barge")
    seen = carla.sees().call
    assert seen
    assert [there.name for there in seen.supervisors] == ["Lena Sample"]
    lena.stops_supervising(ana)
    assert left_alone(world, ana.leg, carla.leg)
    assert not lena.is_in("ready")


@pytest.mark.parametrize(("leads", "mode"), [("nothing", "monitor"), ("listen", "whisper")])
def test_what_the_agency_does_not_let_leads_do_is_refused(
    world: World, ana: Caller, lena: Agent, leads: str, mode: su.Mode
) -> None:
    with_settings(world, msgspec.convert({"leads": leads}, SupervisionFile))
    with pytest.raises(Refused, match="your agency does not let you"):
        lena.supervises(ana, mode)
    assert world.ringing == set()


def test_a_call_of_another_site_is_the_same_to_a_lead_as_none_at_all(world: World, ana: Caller) -> None:
    web = Web(world)
    liam = web.signed_in("liam")
    world.agent("liam")
    none = liam.post("/api/calls/call-none/supervision", LISTEN)
    theirs = liam.post(f"/api/calls/{ana.call_id}/supervision", LISTEN)
    assert (theirs.status_code, theirs.json()) == (404, none.json())
    left = liam.delete(f"/api/calls/{ana.call_id}/supervision")
    assert (left.status_code, left.json()) == (404, none.json())
    assert liam.post(f"/api/calls/{ana.call_id}/take-over").status_code == 403
    assert liam.get(f"/api/calls/{ana.call_id}").status_code == 403


def test_once_an_officer_is_consulted_the_lead_hears_nothing_more_and_is_gone(
    world: World, ana: Caller, carla: Agent, lena: Agent
) -> None:
    lena.is_at(ana, "monitor")
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    [ended] = ana.all(su.SupervisionEnded)
    assert (ended.agent, ended.how) == ("lena", "no_agent")
    assert left_alone(world, ana.leg, carla.leg, olga.leg)
    with pytest.raises(NotFound):
        lena.supervises(ana, "monitor")
    carla.completes()
    with pytest.raises(NotFound):
        lena.supervises(ana, "monitor")


def test_a_lead_whose_phone_rings_yet_when_an_officer_comes_hears_nothing_of_it(
    world: World, ana: Caller, carla: Agent, lena: Agent
) -> None:
    olga = world.ready("olga")
    lena.supervises(ana, "monitor")
    carla.transfers("2")
    olga.answers()
    if "lena" in world.ringing:
        lena.answers()
    assert not ana.all(su.SupervisionBegan)
    assert not ana.call.supervising


@pytest.mark.parametrize("mode", ["whisper", "barge"])
def test_what_a_supervisor_says_in_a_call_no_lead_hears(
    world: World, ana: Caller, lena: Agent, mode: su.Mode
) -> None:
    lena.is_at(ana, "monitor")
    selma = world.ready("selma")
    selma.is_at(ana, "monitor")
    assert len(ana.call.supervising) == 2
    selma.supervises(ana, mode)
    assert [there.agent for there in ana.call.supervising] == ["selma"]


def test_an_emergency_is_for_supervisors(world: World, ana: Caller, carla: Agent, lena: Agent) -> None:
    lena.is_at(ana, "monitor")
    selma = world.ready("selma")
    carla.declares("threat")
    assert not [there for there in ana.call.supervising if there.agent == "lena"]
    assert world.ringing == {"selma"}
    with pytest.raises(Refused, match="an emergency was declared"):
        lena.supervises(ana, "monitor")
    selma.answers()
    assert ana.call.emergency
    assert ana.call.emergency.joined == "selma"


def test_what_an_agency_takes_back_from_leads_holds_at_once(world: World) -> None:
    def with_leads(leads: str) -> dict[str, bytes]:
        files = dict(FolderFiles(AGENCY))
        supervision = files["supervision.yaml"].decode()
        assert "leads: nothing" in supervision
        return {
            **files,
            "supervision.yaml": supervision.replace("leads: nothing", f"leads: {leads}").encode(),
        }

    world.publish(with_leads("listen"))
    carla, lena = world.ready("carla"), world.agent("lena")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    lena.is_at(ana, "monitor")
    world.publish(with_leads("nothing"))
    assert left_alone(world, ana.leg, carla.leg)


def test_a_lead_takes_no_calls_and_no_supervisor_request(world: World, carla: Agent, lena: Agent) -> None:
    with pytest.raises(Refused, match="you take no calls"):
        lena.is_ready()
    bo = world.dials(language="en")
    bo.presses("*")
    bo.presses("1")
    assert world.ringing == set()


def test_the_screen_of_a_lead_at_a_call_names_their_own_people_and_tells_nothing_of_the_caller(
    world: World, ana: Caller, lena: Agent
) -> None:
    lena.is_at(ana, "monitor")
    seen = Web(world).signed_in("lena").sees()
    assert seen["supervising"]["agents"] == ["Carla Sample"]
    assert seen["call"] is None
    assert seen["last_call"] is None


def test_a_lead_who_signs_out_is_gone_from_the_call(
    world: World, ana: Caller, carla: Agent, lena: Agent
) -> None:
    lena.is_at(ana, "monitor")
    browser = Web(world).signed_in("lena")
    assert browser.delete("/api/session").status_code == 204
    assert left_alone(world, ana.leg, carla.leg)
    assert lena.state.signed_out
