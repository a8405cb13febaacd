"""Whatever happens at a call that a supervisor is at, in whatever order: the caller never hears a whisper,
and nothing is left of anybody when it is over."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.journeys.world import Agent, World
from tierline.calls.names import AgentId
from tierline.desk.refusal import Refused


class Story:
    def __init__(self) -> None:
        self.world = World()
        self.carla = self.world.ready("carla")
        self.ana = self.world.dials(language="en")
        self.ana.chooses_a_person()
        self.carla.answers()
        self.selma, self.olga = self.world.agent("selma"), self.world.agent("olga")

    def does(self, what: str) -> None:
        """What cannot be done now is refused, or not to be had on the screen."""
        try:
            if self.ana.connected and self._can(what):
                self._do(what)
        except Refused:
            pass
        self._nobody_hears_what_they_should_not()

    def _can(self, what: str) -> bool:
        who = {"hold": self.carla, "resume": self.carla, "transfer": self.carla, "back": self.carla}.get(what)
        serving = [*self.ana.call.agents]
        return who.id in serving if who else (what != "complete" or self.ana.call.transfer is not None)

    def _do(self, what: str) -> None:  # noqa: PLR0912 - one row a thing that happens
        match what:
            case "monitor" | "whisper" | "barge":
                self.selma.supervises(self.ana, what)
            case "leave":
                self.selma.stops_supervising(self.ana)
            case "take over":
                self.selma.takes_over(self.ana)
            case "hold":
                self.carla.holds()
            case "resume":
                self.carla.resumes()
            case "transfer":
                self.carla.transfers("2")
            case "back":
                self.carla.takes_back()
            case "complete":
                Agent(self.world, self.ana.call.serving[0].agent).completes()
            case "answer":
                for user in self.world.ringing:
                    Agent(self.world, AgentId(user)).answers()
            case "declare":
                self._serving().declares("threat")
            case "lost":
                self._serving().closes_the_browser()
            case "selma lost":
                self.selma.closes_the_browser()
                self.selma = self.world.agent("selma")
            case "olga ready":
                self.olga.is_ready()
            case "restart":
                self.world.kill_and_restart()
                for user in ("selma", "olga"):
                    self.world.agent(user)

    def _serving(self) -> Agent:
        serving = self.ana.call.serving
        if not serving:
            raise Refused("nobody serves the caller")
        return Agent(self.world, serving[0].agent)

    def _nobody_hears_what_they_should_not(self) -> None:
        if not self.ana.connected:
            return
        heard = self.ana.hears
        quiet = {s.leg for s in self.ana.call.supervising if s.mode != "barge" or not s.answered}
        if isinstance(heard, frozenset):
            assert not quiet & heard
        if self.ana.call.held:
            assert heard == "music"

    def ends(self) -> None:
        if self.ana.connected:
            self.world.switch.caller_hangs_up(self.ana.leg)
            self.world.settle()
        assert self.world.switch.legs == set()
        assert self.world.switch.rooms == {}
        assert not any(state.reason == "supervising" for state in self.world.center.floor.agents().values())
        self.world.close()


HAPPENS = (
    *("monitor", "whisper", "barge", "answer", "leave", "take over", "hold", "resume", "transfer", "back"),
    *("complete", "declare", "lost", "selma lost", "olga ready", "restart"),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["whisper", "hold", "transfer", "back"])
@given(st.lists(st.sampled_from(HAPPENS), max_size=12))
def test_no_whisper_reaches_the_caller_and_nothing_is_left_over(story: list[str]) -> None:
    told = Story()
    try:
        for what in ("monitor", "answer", *story):
            told.does(what)
    finally:
        told.ends()
