"""Whatever an agent, their callers and the machines do, in whatever order: nobody is rung who is not ready,
and a killed process changes nothing of what an agent is."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.world import World
from tierline.acd.agents import AgentState
from tierline.desk.refusal import Refused


class Story:
    def __init__(self) -> None:
        self.world = World()
        self.carla = self.world.agent("carla")

    def somebody_calls(self) -> None:
        self.world.dials(language="es").chooses_a_person()

    def is_ready(self) -> None:
        self._tries(self.carla.is_ready)

    def wants_a_meal(self) -> None:
        self._tries(lambda: self.carla.is_not_ready("meal"))

    def answers(self) -> None:
        if "carla" in self.world.ringing:
            self.carla.answers()

    def rejects(self) -> None:
        if "carla" in self.world.ringing:
            self.carla.rejects()

    def ends(self) -> None:
        if self.carla.is_in("talking"):
            self.carla.ends()

    def needs_longer(self) -> None:
        self._tries(self.carla.needs_longer)

    def is_signed_out(self) -> None:
        self._tries(lambda: self.carla.is_signed_out_by("selma", "requeue"))

    def signs_in(self) -> None:
        if self.carla.state.signed_out:
            self.carla = self.world.agent("carla")

    def caller_hangs_up(self) -> None:
        for call in list(self.world.center.calls.values())[:1]:
            self.world.switch.caller_hangs_up(call.leg)
            self.world.settle()

    def time_passes(self) -> None:
        self.world.wait(seconds=12)

    def process_is_killed(self) -> None:
        before = self.carla.state
        self.world.kill_and_restart()
        if before.name == "reserved":  # withdrawn, and presented anew
            assert self.carla.is_in("reserved")
        else:
            assert _lasting(self.carla.state) == _lasting(before)

    def holds(self) -> None:
        state = self.carla.state
        assert ("carla" in self.world.ringing) == (state.name == "reserved")
        serving = [c for c in self.world.center.calls.values() if c.served_now_by(self.carla.id)]
        assert [c.id for c in serving] == ([state.call] if state.name == "talking" else [])
        waits = any(c.phase == "waiting" for c in self.world.center.calls.values())
        assert not (waits and state.name == "ready")

    @staticmethod
    def _tries(what: Callable[[], None]) -> None:
        try:
            what()
        except Refused:
            return


def _lasting(state: AgentState) -> tuple[object, ...]:
    return state.name, state.reason, state.until, state.by, state.since


STEPS: dict[str, Callable[[Story], None]] = {
    "somebody calls": Story.somebody_calls,
    "is ready": Story.is_ready,
    "wants a meal": Story.wants_a_meal,
    "answers": Story.answers,
    "rejects": Story.rejects,
    "ends": Story.ends,
    "needs longer": Story.needs_longer,
    "is signed out": Story.is_signed_out,
    "signs in": Story.signs_in,
    "the caller hangs up": Story.caller_hangs_up,
    "time passes": Story.time_passes,
    "the process is killed": Story.process_is_killed,
}
OFTEN = ["somebody calls", "is ready", "answers", "ends", "the process is killed"] * 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.sampled_from([*OFTEN, *STEPS]), min_size=6, max_size=20))
def test_nobody_is_rung_who_is_not_ready_and_a_killed_process_changes_no_state(happens: list[str]) -> None:
    story = Story()
    try:
        for step in happens:
            STEPS[step](story)
            story.holds()
    finally:
        story.world.close()
