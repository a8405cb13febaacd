"""Who gets which call: held to a reference that looks at everyone again for each decision."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tierline.acd.agents import ReadyAgent
from tierline.acd.needs import Ability, Need, meets
from tierline.acd.router import Present, Router
from tierline.acd.waiting import QueueName, Stage, WaitingCall
from tierline.calls.names import AgentId, CallId, Tier

QUEUE = QueueName("1", "en")
T0 = datetime(2026, 11, 23, 15, tzinfo=UTC)
TIERS: list[Tier] = ["1", "2", "supervisor"]
EN, ES = frozenset({"en"}), frozenset({"es"})
TTY = frozenset({"tty"})
CALLS = [CallId(f"call-{n}") for n in range(8)]
AGENTS = [AgentId(f"agent-{n}") for n in range(5)]

needs = st.sampled_from(
    [
        Need("1", EN),
        Need("1", ES),
        Need("1", EN | ES, TTY),
        Need("1", EN, sites=frozenset({"east"})),
        Need("2", EN),
        Need("1", EN, agent=AGENTS[0]),
    ]
)
abilities = st.sampled_from(
    [
        Ability("1", EN, site="east"),
        Ability("1", EN | ES, site="west"),
        Ability("1", ES, TTY, "east"),
        Ability("2", EN | ES, TTY, "west"),
    ]
)
seconds = st.integers(0, 300)


def after(count: int) -> datetime:
    return T0 + timedelta(seconds=count)


def first_pair(
    calls: Iterable[WaitingCall], agents: Iterable[ReadyAgent], now: datetime
) -> tuple[str, str] | None:
    """The rule in words: the first caller in turn for whom anybody can be found, and who that is."""
    for call in sorted(calls, key=lambda c: (c.since - timedelta(seconds=c.head_start), c.id)):
        begun = [stage.need for stage in call.stages if stage.at <= now]
        able = [
            agent
            for agent in agents
            if begun
            and meets(agent.ability, begun[-1])
            and agent.id not in call.not_to
            and begun[-1].agent in (None, agent.id)
        ]
        if able:
            return call.id, min(able, key=lambda a: (a.since, a.id)).id
    return None


class AnyDay(RuleBasedStateMachine):
    """Callers come and go, agents come and go, time passes, in any order."""

    @initialize()
    def begin(self) -> None:
        self.router = Router()
        self.now = T0
        self.calls: dict[CallId, WaitingCall] = {}
        self.agents: dict[AgentId, ReadyAgent] = {}
        self.presented: list[Present] = []

    @rule(
        call=st.sampled_from(CALLS),
        since=seconds,
        stages=st.lists(st.tuples(seconds, needs), min_size=1, max_size=3),
        head_start=st.sampled_from([0.0, 60.0, 600.0]),
        not_to=st.frozensets(st.sampled_from(AGENTS), max_size=2),
    )
    def a_call_waits(
        self,
        call: CallId,
        since: int,
        stages: list[tuple[int, Need]],
        head_start: float,
        not_to: frozenset[AgentId],
    ) -> None:
        in_time = sorted(stages, key=lambda stage: stage[0])
        staged = tuple(Stage(after(at), need) for at, need in in_time)
        self.calls[call] = WaitingCall(call, QUEUE, after(since), staged, head_start, not_to)
        self.router.waits(self.calls[call], self.now)

    @rule(calls=st.permutations(CALLS), stage=needs, age=seconds)
    def several_wait_at_once(self, calls: list[CallId], stage: Need, age: int) -> None:
        for nth, call in enumerate(calls[:4]):
            not_to = frozenset(AGENTS[:nth])
            self.a_call_waits(call, age + nth, [(0, stage)], 0.0, not_to)

    @rule(call=st.sampled_from(CALLS))
    def a_call_leaves(self, call: CallId) -> None:
        self.calls.pop(call, None)
        self.router.leaves(call)

    @rule(agent=st.sampled_from(AGENTS), ability=abilities, since=seconds)
    def an_agent_is_ready(self, agent: AgentId, ability: Ability, since: int) -> None:
        self.agents[agent] = ReadyAgent(agent, ability, after(since))
        self.router.ready(self.agents[agent])

    @rule(agent=st.sampled_from(AGENTS))
    def an_agent_leaves(self, agent: AgentId) -> None:
        self.agents.pop(agent, None)
        self.router.unready(agent)

    @rule(passed=st.integers(0, 120))
    def time_passes(self, passed: int) -> None:
        self.now += timedelta(seconds=passed)

    @rule(at_most=st.sampled_from([1, 2, len(CALLS)]))
    def it_decides(self, at_most: int) -> None:
        decisions = self.router.decide(self.now, at_most)
        for present in decisions:
            assert (present.call, present.agent) == first_pair(
                self.calls.values(), self.agents.values(), self.now
            )
            del self.calls[present.call], self.agents[present.agent]
        if len(decisions) < at_most:
            assert first_pair(self.calls.values(), self.agents.values(), self.now) is None
        for call in self.calls.values():
            before = [c for c in self.calls.values() if c.need(self.now) and c.place < call.place]
            assert self.router.position(call) == 1 + len(before)

    @invariant()
    def the_next_change_is_the_next_stage_of_anybody(self) -> None:
        told = self.router.next_change()
        to_come = [s.at for c in self.calls.values() for s in c.stages if s.at > self.now]
        assert told is None or told <= min(to_come, default=told)
        assert told is not None or not to_come


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)


def need(tier: Tier = "1", language: str = "en", agent: str | None = None) -> Need:
    return Need(tier, frozenset({language}), agent=AgentId(agent) if agent else None)


def a_call(name: str, *stages: Stage, since: int = 0, head_start: float = 0.0) -> WaitingCall:
    return WaitingCall(CallId(name), QUEUE, after(since), stages or (Stage(T0, need()),), head_start)


def an_agent(name: str, *languages: str, since: int = 0) -> ReadyAgent:
    return ReadyAgent(AgentId(name), Ability("1", frozenset(languages or {"en"})), after(since))


def presented(router: Router, now: int = 1000) -> list[tuple[str, str]]:
    return [(p.call, p.agent) for p in router.decide(after(now))]


def test_the_caller_whose_turn_is_first_gets_the_agent_who_has_been_idle_longest() -> None:
    router = Router()
    for call in (a_call("later", since=60), a_call("first", since=30)):
        router.waits(call, after(100))
    for agent in (an_agent("just-ready", since=90), an_agent("idle", since=40)):
        router.ready(agent)
    assert presented(router) == [("first", "idle"), ("later", "just-ready")]


def test_a_head_start_is_waiting_time_that_others_can_make_up_for() -> None:
    router = Router()
    router.waits(a_call("waited-long", since=0), after(500))
    router.waits(a_call("urgent", since=400, head_start=300), after(500))
    router.waits(a_call("new", since=200), after(500))
    router.ready(an_agent("ana"))
    router.ready(an_agent("bo"))
    router.ready(an_agent("cy"))
    assert [call for call, _ in presented(router)] == ["waited-long", "urgent", "new"]


def test_a_returning_caller_waits_for_the_agent_who_knows_them_only_so_long() -> None:
    router = Router()
    call = a_call("back", Stage(T0, need(agent="ana")), Stage(after(60), need()))
    router.waits(call, T0)
    router.ready(an_agent("bo"))
    assert presented(router, 59) == []
    assert str(router.why_waiting(call.id)) == "the agent who spoke with the caller before is not ready"
    assert router.next_change() == after(60)
    assert presented(router, 60) == [("back", "bo")]


def test_a_returning_caller_gets_the_agent_who_knows_them_before_the_longest_idle() -> None:
    router = Router()
    router.waits(a_call("back", Stage(T0, need(agent="ana")), Stage(after(60), need())), T0)
    router.ready(an_agent("bo", since=1))
    router.ready(an_agent("ana", since=30))
    [present] = router.decide(after(31))
    assert (present.agent, str(present.because)) == ("ana", "this agent spoke with the caller before")


def test_whoever_waits_can_be_told_why() -> None:
    router = Router()
    spanish = a_call("habla", Stage(T0, need(language="es")))
    promised = a_call("promised", Stage(after(5000), need()))
    for call in (spanish, promised):
        router.waits(call, T0)
    router.ready(an_agent("ana"))
    assert presented(router) == []
    assert str(router.why_waiting(spanish.id)) == "no Tier 1 agent who speaks Spanish is ready"
    assert str(router.why_waiting(promised.id)) == (
        "it is not the caller's turn before the time that was promised"
    )


def test_the_same_inputs_in_the_same_order_give_the_same_decisions() -> None:
    def a_day() -> list[tuple[str, str]]:
        router, told = Router(), []
        for n in range(200):
            router.waits(a_call(f"call-{n * 7 % 200}", since=n * 13 % 61), after(n))
            router.ready(an_agent(f"agent-{n * 11 % 37}", since=n % 5))
            told += presented(router, n)
        return told

    assert a_day() == a_day() != []
