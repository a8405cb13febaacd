"""Whatever happens to a promised callback, in whatever order: it keeps its age, and it ends exactly once."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.callbacks import HOME, is_busy, is_promised, picks_up
from tests.journeys.world import Caller, World
from tierline.calls.events import Ended


class Story:
    def __init__(self) -> None:
        self.world = World()
        self.ana = self.world.dials(language="en")
        is_promised(self.world, self.ana)
        self.since = self.ana.call.waiting_since
        self.carla = self.world.ready("carla")
        self.at_home: Caller | None = None
        self.was = self.ana.call.phase

    def left(self) -> None:
        if self.ana.connected:
            self.ana.hangs_up()

    def agent_answers(self) -> None:
        if "carla" in self.world.ringing:
            self.carla.answers()

    def agent_rejects(self) -> None:
        if "carla" in self.world.ringing:
            self.carla.rejects()

    def agent_is_gone(self) -> None:
        self.carla.closes_the_browser()

    def agent_is_ready(self) -> None:
        if self.carla.is_in("not_ready") or self.carla.is_in("wrap_up"):
            self.carla = self.world.ready("carla")

    def goes_on(self) -> None:
        """The next thing that brings caller and agent together."""
        if self.ana.connected:
            self.left()
        elif "carla" in self.world.ringing:
            self.agent_answers()
        elif self._rings:
            self.somebody_answers()
        elif self.carla.is_in("reserved"):
            self.somebody_presses("1")
        else:
            self.agent_is_ready()

    def busy(self) -> None:
        if self._rings:
            is_busy(self.world)

    def somebody_answers(self) -> None:
        if self._rings:
            self.at_home = picks_up(self.world)

    def somebody_presses(self, key: str) -> None:
        if self.at_home and self.at_home.connected:
            self.at_home.presses(key)

    def somebody_hangs_up(self) -> None:
        if self.at_home and self.at_home.connected:
            self.at_home.hangs_up()

    def time_passes(self) -> None:
        self.world.wait(minutes=2)

    def process_is_killed(self) -> None:
        self.world.kill_and_restart()

    def engine_dies(self) -> None:
        self.world.switch.engine_dies()
        self.world.settle()
        self.world.switch.engine_returns()
        self.world.settle()

    @property
    def _rings(self) -> bool:
        return HOME in self.world.switch.dialled

    def holds(self) -> None:
        call = self.ana.call
        if call.phase != "ended":
            self.was = call.phase
        assert call.ending != "engine_lost" or self.was in ("talking", "waiting")  # on a line that died
        assert call.waiting_since == self.since  # I4
        assert len(self.ana.all(Ended)) == (call.phase == "ended")  # I1
        reserved = [c for c in self.world.do(self.world.store.open_calls()) if c.reservation]
        assert len(reserved) <= 1  # I2
        if call.promise and call.promise.rang_off and call.phase == "promised":
            assert not self.world.switch.legs  # I6


STEPS: dict[str, Callable[[Story], None]] = {
    "it goes on": Story.goes_on,
    "the caller hangs up": Story.left,
    "the agent answers": Story.agent_answers,
    "the agent rejects": Story.agent_rejects,
    "the agent's browser closes": Story.agent_is_gone,
    "the agent is ready": Story.agent_is_ready,
    "busy": Story.busy,
    "somebody answers": Story.somebody_answers,
    "somebody presses 1": lambda story: story.somebody_presses("1"),
    "somebody presses 2": lambda story: story.somebody_presses("2"),
    "somebody hangs up": Story.somebody_hangs_up,
    "time passes": Story.time_passes,
    "the process is killed": Story.process_is_killed,
    "the engine dies": Story.engine_dies,
}
OFTEN = ["it goes on"] * len(STEPS)
"""Else a story seldom comes to where a callback rings."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.sampled_from([*OFTEN, *STEPS]), min_size=6, max_size=20))
def test_a_promised_call_keeps_its_age_and_ends_exactly_once(happens: list[str]) -> None:
    story = Story()
    try:
        for step in happens:
            STEPS[step](story)
            story.holds()
        _nobody_is_forgotten(story)
        _in_the_end(story)
    finally:
        story.world.close()


def _nobody_is_forgotten(story: Story) -> None:
    """With nobody doing anything, no telephone goes on ringing and no agent is kept."""
    for _ in range(3):
        story.time_passes()
    assert story.ana.call.phase not in ("presented", "calling_back")
    assert not story.carla.is_in("reserved")


def _in_the_end(story: Story) -> None:
    """An agent who answers, and a telephone that is always busy: even that comes to an end."""
    story.left()
    for _ in range(20):
        story.agent_is_ready()
        story.agent_answers()
        story.busy()
        story.somebody_presses("1")
        story.somebody_hangs_up()
        if story.carla.is_in("talking"):
            story.carla.ends()
        story.time_passes()
        story.holds()
    assert story.ana.call.phase == "ended"
    assert not story.world.switch.legs
