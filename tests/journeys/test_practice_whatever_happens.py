"""Whatever a trainee, real callers and the machines do, in whatever order: the two never meet, and nothing of
practice is left over."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.practising import trainee
from tests.journeys.world import World
from tierline.desk.refusal import Refused
from tierline.ports.switch import SwitchAway


class Story:
    def __init__(self) -> None:
        self.world = World()
        self.carla = trainee(self.world)
        self.world.ready("olga")

    def somebody_calls(self) -> None:
        self.world.dials(language="es").chooses_a_person()

    def goes_in(self) -> None:
        self._tries(self.carla.goes_into_practice)

    def leaves(self) -> None:
        self._tries(self.carla.leaves_practice)

    def is_ready(self) -> None:
        self._tries(self.carla.is_ready)

    def begins(self) -> None:
        self._tries(self.carla.begins)

    def answers(self) -> None:
        if "carla" in self.world.ringing:
            self.carla.answers()

    def rejects(self) -> None:
        if "carla" in self.world.ringing:
            self.carla.rejects()

    def acts(self) -> None:
        """In practice alone: what is done with real callers is told elsewhere."""
        if self.carla.practises and self.carla.is_in("talking"):
            self._tries(self.carla.holds)
            self._tries(self.carla.has_the_caller_go_on)
            self._tries(self.carla.resumes)
            self._tries(lambda: self.carla.transfers("2"))
            self._tries(lambda: self.carla.calls_in("language-line"))
            self._tries(lambda: self.carla.declares("threat"))

    def ends(self) -> None:
        if self.carla.is_in("talking"):
            self.carla.ends()

    def phone_is_lost(self) -> None:
        self.carla.closes_the_browser()

    def signs_in(self) -> None:
        self.world.agent("carla")

    def time_passes(self) -> None:
        self.world.wait(seconds=35)

    def process_is_killed(self) -> None:
        practised = self.carla.practises
        self.world.kill_and_restart()
        assert self.carla.practises == practised

    def engine_dies(self) -> None:
        self.world.switch.engine_dies()
        self.world.switch.engine_returns()
        self.world.settle()
        self.world.agent("carla")
        self.world.agent("olga")

    def holds(self) -> None:
        calls = list(self.world.center.calls.values())
        for call in calls:
            served = {*call.agents, *([call.reservation.agent] if call.reservation else [])}
            if call.practice:
                assert served <= {"carla"}
                assert self.carla.practises
                assert not self.world.center.router.has(call.id)
                assert (call.emergency, call.interpreter, call.transfer) == (None, None, None)
            else:
                assert not (self.carla.practises and "carla" in served)
        assert sum(call.practice is not None for call in calls) <= 1
        assert not (self.carla.practises and self.carla.is_in("ready"))
        assert self.world.switch.dialled == {}

    def nothing_is_left(self) -> None:
        if self.carla.is_in("talking"):
            self.carla.ends()
        self.world.wait(minutes=3)
        for call in list(self.world.center.calls.values()):
            assert not call.practice
            self.world.switch.caller_hangs_up(call.leg)
            self.world.settle()
        assert not [leg for leg in self.world.switch.legs if leg.startswith(("practice", "voice"))]

    @staticmethod
    def _tries(what: Callable[[], object]) -> None:
        try:
            what()
        except (Refused, SwitchAway):
            return


STEPS: dict[str, Callable[[Story], None]] = {
    "somebody calls": Story.somebody_calls,
    "goes in": Story.goes_in,
    "leaves": Story.leaves,
    "is ready": Story.is_ready,
    "begins": Story.begins,
    "answers": Story.answers,
    "rejects": Story.rejects,
    "acts": Story.acts,
    "ends": Story.ends,
    "the phone is lost": Story.phone_is_lost,
    "signs in": Story.signs_in,
    "time passes": Story.time_passes,
    "the process is killed": Story.process_is_killed,
    "the engine dies": Story.engine_dies,
}
OFTEN = ["goes in", "begins", "answers", "acts", "ends"] * 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.sampled_from([*OFTEN, *STEPS]), min_size=8, max_size=24))
def test_practice_and_real_callers_never_meet_and_nothing_is_left_over(happens: list[str]) -> None:
    story = Story()
    try:
        for step in happens:
            STEPS[step](story)
            story.holds()
        story.nothing_is_left()
    finally:
        story.world.close()
