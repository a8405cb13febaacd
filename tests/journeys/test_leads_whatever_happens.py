"""Whatever happens at a call that a lead is at, in whatever order: the lead hears the caller and CSRs of
their own, nobody else, and is gone once anybody else has a part in it."""

from functools import cache

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.journeys.test_supervision_whatever_happens import HAPPENS, Story
from tests.sample import load_agency
from tierline.desk.refusal import NotFound
from tierline.ports.agency import Agency

BY_LENA = ("lena listens", "lena whispers", "lena leaves")


@cache
def with_leads() -> Agency:
    agency = load_agency()
    return replace(agency, supervision=replace(agency.supervision, leads="whisper"))


class LeadsStory(Story):
    def __init__(self) -> None:
        super().__init__(with_leads())
        self.lena = self.world.agent("lena")

    def does(self, what: str) -> None:
        try:
            super().does(what)
        except NotFound:
            self._nobody_hears_what_they_should_not()

    def _do(self, what: str) -> None:
        match what:
            case "lena listens":
                self.lena.supervises(self.ana, "monitor")
            case "lena whispers":
                self.lena.supervises(self.ana, "whisper")
            case "lena leaves":
                self.lena.stops_supervising(self.ana)
            case "restart":
                super()._do(what)
                self.lena = self.world.agent("lena")
            case _:
                super()._do(what)

    def _nobody_hears_what_they_should_not(self) -> None:
        super()._nobody_hears_what_they_should_not()
        call = self.world.center.calls.get(self.ana.call_id)
        there = call.supervised_now_by(self.lena.id) if call else None
        if call is None or there is None:
            return
        assert {s.agent for s in call.serving} == {"carla"}
        assert call.emergency is None
        assert not any(s.agent == "selma" and s.answered and s.mode != "monitor" for s in call.supervising)
        heard = self.world.switch.hears(there.leg) if there.answered else None
        if isinstance(heard, frozenset):
            assert heard <= {call.leg, *(s.leg for s in call.serving)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["olga ready", "consult", "answer", "everyone", "lena listens"])
@example(["olga ready", "lena whispers", "transfer", "answer", "complete"])
@example(["monitor", "answer", "barge", "lena listens", "monitor", "lena listens", "answer"])
@example(["declare", "lena listens", "answer"])
@example(["restart", "lena whispers", "hold", "another screen", "answer"])
@given(st.lists(st.sampled_from((*HAPPENS, *BY_LENA)), max_size=12))
def test_a_lead_hears_nobody_but_the_caller_and_csrs_of_their_own(story: list[str]) -> None:
    told = LeadsStory()
    try:
        for what in ("lena listens", "answer", *story):
            told.does(what)
    finally:
        told.ends()
