"""The engine tells of things twice, or of the later one first: every caller still ends once, keeps their age,
and leaves nothing over."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.journeys.world import NUMBER, Agent, Caller, World
from tierline.calls.events import Ended
from tierline.calls.names import AgentId, CallId
from tierline.desk.refusal import Refused
from tierline.ports.switch import Key, SwitchEvent

ONCE, TWICE, LATE = "once", "twice", "after the next"


class Garbled:
    """What is told `LATE` is told after the next event, or when nothing more comes (`the_rest`). A key is
    told once: two of the same are a caller who pressed it twice."""

    def __init__(self, how: Sequence[str]) -> None:
        self._how: Iterator[str] = iter(how)
        self._late: list[SwitchEvent] = []

    def tells(self, event: SwitchEvent) -> Iterable[SwitchEvent]:
        how = next(self._how, ONCE)
        if how == LATE:
            self._late.append(event)
            return []
        twice = how == TWICE and not isinstance(event, Key)
        return [event, *([event] if twice else []), *self.the_rest()]

    def the_rest(self) -> list[SwitchEvent]:
        late, self._late = self._late, []
        return late


class Story:
    def __init__(self, how: Sequence[str]) -> None:
        self.world = World()
        self.carla, self.olga = self.world.agent("carla"), self.world.agent("olga")
        self.callers: list[Caller] = []
        self.ages: dict[CallId, datetime] = {}
        self.garbled = Garbled(how)
        self.world.switch.tells = self.garbled.tells

    def somebody_calls(self) -> None:
        leg = self.world.switch.caller_dials(NUMBER, "+12025550111")
        self.world.settle()
        if leg not in self.world.center.legs:
            self.tells_the_rest()
        self.callers.append(Caller(self.world, leg))

    def somebody_calls_and_is_gone(self) -> None:
        leg = self.world.switch.caller_dials(NUMBER, "+12025550177")
        self.world.switch.caller_hangs_up(leg)

    def asks_for_a_person(self) -> None:
        for caller in self._connected():
            caller.presses("1")
            caller.presses("0")

    def is_ready(self) -> None:
        self.carla.is_ready()

    def olga_is_ready(self) -> None:
        self.olga.is_ready()

    def answers(self) -> None:
        for user in self.world.ringing:
            Agent(self.world, AgentId(user)).answers()

    def rejects(self) -> None:
        for user in self.world.ringing:
            Agent(self.world, AgentId(user)).rejects()

    def gives_up_as_it_is_answered(self) -> None:
        for caller in self._connected():
            for leg in list(self.world.switch.ringing.values()):
                self.world.switch.agent_answers(leg)
            self.world.switch.caller_hangs_up(caller.leg)

    def transfers(self) -> None:
        if self.carla.is_in("talking"):
            self.carla.transfers("2")

    def completes(self) -> None:
        if self.carla.is_in("talking"):
            self.carla.completes()

    def ends(self) -> None:
        if self.carla.is_in("talking"):
            self.carla.ends()

    def is_lost(self) -> None:
        self.carla.closes_the_browser()
        self.carla = self.world.agent("carla")

    def hangs_up(self) -> None:
        for caller in self._connected()[:1]:
            self.world.switch.caller_hangs_up(caller.leg)

    def time_passes(self) -> None:
        self.world.wait(seconds=25)

    def is_true(self) -> None:
        for call in self.world.center.calls.values():
            if call.waiting_since:
                assert self.ages.setdefault(call.id, call.waiting_since) == call.waiting_since
        reserved = [c.reservation.agent for c in self.world.center.calls.values() if c.reservation]
        assert len(reserved) == len(set(reserved))

    def is_over(self) -> None:
        """Everybody hangs up, and the engine has said all."""
        for caller in self._connected():
            self.world.switch.caller_hangs_up(caller.leg)
        self.tells_the_rest()
        self.world.wait(seconds=30)
        self.tells_the_rest()
        assert self.world.center.calls == {}
        assert self.world.switch.legs == set()
        assert self.world.switch.rooms == {}
        states = self.world.center.floor.agents().values()
        assert not {state.name for state in states} & {"reserved", "talking"}
        for call in self.world.do(self.world.store.recent_calls(100)):
            happened = self.world.do(self.world.store.timeline(call.id))
            assert sum(isinstance(recorded.event, Ended) for recorded in happened) == 1

    def tells_the_rest(self) -> None:
        self.world.switch.tells = lambda event: [event]
        for event in self.garbled.the_rest():
            self.world.switch._happens(event)
        self.world.settle()
        self.world.switch.tells = self.garbled.tells

    def _connected(self) -> list[Caller]:
        return [caller for caller in self.callers if caller.connected]


STEPS: dict[str, Callable[[Story], None]] = {
    "somebody calls": Story.somebody_calls,
    "somebody calls and is gone": Story.somebody_calls_and_is_gone,
    "asks for a person": Story.asks_for_a_person,
    "is ready": Story.is_ready,
    "olga is ready": Story.olga_is_ready,
    "answers": Story.answers,
    "rejects": Story.rejects,
    "gives up as it is answered": Story.gives_up_as_it_is_answered,
    "transfers": Story.transfers,
    "completes": Story.completes,
    "ends": Story.ends,
    "is lost": Story.is_lost,
    "hangs up": Story.hangs_up,
    "time passes": Story.time_passes,
}
OFTEN = ("somebody calls", "asks for a person", "is ready", "answers")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@example(["somebody calls and is gone"], [LATE])
@example(
    ["somebody calls", "asks for a person", "is ready", "gives up as it is answered"], [*[ONCE] * 6, LATE]
)
@given(
    st.lists(st.sampled_from([*OFTEN, *STEPS]), max_size=16),
    st.lists(st.sampled_from([ONCE, ONCE, TWICE, LATE]), max_size=60),
)
def test_whatever_is_told_twice_or_late_every_caller_ends_once_and_nothing_is_left(
    story: list[str], how: list[str]
) -> None:
    told = Story(how)
    try:
        for step in story:
            with suppress(Refused):  # what is not to be had on the screen now
                STEPS[step](told)
            told.world.settle()
            told.is_true()
        told.is_over()
    finally:
        told.world.close()
