"""Whatever happens at a call that a supervisor is at, in whatever order: the caller never hears a whisper,
and nothing is left of anybody when it is over."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.journeys.world import Agent, World
from tierline.calls.names import AgentId
from tierline.desk.refusal import Refused
from tierline.ports.agency import Agency


class Story:
    def __init__(self, agency: Agency | None = None) -> None:
        self.world = World(agency=agency)
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
        serving = [*self.ana.call.agents]
        return (
            self.carla.id in serving
            if what in BY_CARLA
            else (what != "complete" or self.ana.call.transfer is not None)
        )

    def _do(self, what: str) -> None:  # noqa: PLR0912 - one row a thing that happens
        if what in BY_CARLA:
            self._by_carla(what)
            return
        match what:
            case "monitor" | "whisper" | "barge":
                self.selma.supervises(self.ana, what)
            case "leave":
                self.selma.stops_supervising(self.ana)
            case "take over":
                self.selma.takes_over(self.ana)
            case "selma signed out":
                self.selma.is_signed_out_by("sven")
                self.selma = self.world.agent("selma")
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

    def _by_carla(self, what: str) -> None:
        match what:
            case "hold":
                self.carla.holds()
            case "resume":
                self.carla.resumes()
            case "transfer":
                self.carla.transfers("2")
            case "back":
                self.carla.takes_back()
            case "consult":
                self.carla.consults("2")
            case "colleague" | "caller" | "everyone":
                self.carla.speaks_with(what)
            case "go on":
                self.carla.goes_on()
            case "give back":
                self.carla.gives_back()
            case "hand on":
                self.carla.hands_on("2")
            case "mute":
                self.carla.mutes()
            case "another screen":
                self.carla.sits_down(f"screen {len(self.ana.events)}", take_over=True)

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


BY_CARLA = (
    *("hold", "resume", "transfer", "back", "consult", "colleague", "caller", "everyone", "go on"),
    *("give back", "hand on", "mute", "another screen"),
)
HAPPENS = (
    *("monitor", "whisper", "barge", "answer", "leave", "take over", "complete", "declare", "lost"),
    *("selma lost", "selma signed out", "olga ready", "restart", *BY_CARLA),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["whisper", "hold", "transfer", "back"])
@example(["olga ready", "whisper", "consult", "answer", "caller", "hold", "everyone", "go on"])
@example(["whisper", "hold", "another screen", "answer", "resume", "give back"])
@given(st.lists(st.sampled_from(HAPPENS), max_size=12))
def test_no_whisper_reaches_the_caller_and_nothing_is_left_over(story: list[str]) -> None:
    told = Story()
    try:
        for what in ("monitor", "answer", *story):
            told.does(what)
    finally:
        told.ends()
