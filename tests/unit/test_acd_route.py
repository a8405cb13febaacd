"""Who gets which call."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tierline.acd.agents import ReadyAgent, WaitingCall
from tierline.acd.route import KeepWaiting, Present, decide, position
from tierline.calls.names import AgentId, CallId, Tier

T0 = datetime(2026, 11, 23, 15, tzinfo=UTC)
TIERS: list[Tier] = ["1", "2", "supervisor"]


def calls() -> st.SearchStrategy[list[WaitingCall]]:
    one = st.builds(
        WaitingCall,
        st.integers(0, 99).map(lambda n: CallId(f"call-{n}")),
        st.sampled_from(TIERS),
        st.sampled_from(["en", "es"]),
        st.integers(0, 600).map(lambda s: T0 + timedelta(seconds=s)),
    )
    return st.lists(one, max_size=12, unique_by=lambda c: c.id)


def agents() -> st.SearchStrategy[list[ReadyAgent]]:
    one = st.builds(
        ReadyAgent,
        st.integers(0, 99).map(lambda n: AgentId(f"agent-{n}")),
        st.sampled_from(TIERS),
        st.sampled_from([frozenset({"en"}), frozenset({"en", "es"})]),
        st.integers(0, 600).map(lambda s: T0 + timedelta(seconds=s)),
    )
    return st.lists(one, max_size=8, unique_by=lambda a: a.id)


def fits(call: WaitingCall, agent: ReadyAgent) -> bool:
    return call.tier == agent.tier and call.language in agent.languages


@given(calls(), agents())
def test_every_caller_gets_one_decision_and_no_agent_two_callers(
    waiting: list[WaitingCall], ready: list[ReadyAgent]
) -> None:
    decisions = decide(waiting, ready)
    presented = [d.agent for d in decisions if isinstance(d, Present)]
    assert sorted(d.call for d in decisions) == sorted(c.id for c in waiting)
    assert len(presented) == len(set(presented))


@given(calls(), agents())
def test_nobody_is_passed_over_for_a_younger_call(
    waiting: list[WaitingCall], ready: list[ReadyAgent]
) -> None:
    calls_by_id, agents_by_id = {c.id: c for c in waiting}, {a.id: a for a in ready}
    decisions = decide(waiting, ready)
    kept = [calls_by_id[d.call] for d in decisions if isinstance(d, KeepWaiting)]
    for decision in decisions:
        if isinstance(decision, Present):
            served, agent = calls_by_id[decision.call], agents_by_id[decision.agent]
            assert fits(served, agent)
            assert not any(fits(c, agent) and (c.since, c.id) < (served.since, served.id) for c in kept)


@given(calls(), agents())
def test_a_caller_waits_only_while_no_free_agent_fits(
    waiting: list[WaitingCall], ready: list[ReadyAgent]
) -> None:
    decisions = decide(waiting, ready)
    taken = {d.agent for d in decisions if isinstance(d, Present)}
    calls_by_id = {c.id: c for c in waiting}
    for decision in decisions:
        if isinstance(decision, KeepWaiting):
            assert not any(fits(calls_by_id[decision.call], a) for a in ready if a.id not in taken)
            assert decision.because.startswith("no ")


def test_the_longest_idle_agent_is_chosen_and_the_reason_says_so() -> None:
    both = frozenset({"en", "es"})
    idle = ReadyAgent(AgentId("idle"), "1", both, T0)
    busy_before = ReadyAgent(AgentId("busy-before"), "1", both, T0 + timedelta(minutes=1))
    (decision,) = decide([WaitingCall(CallId("c"), "1", "es", T0)], [busy_before, idle])
    assert isinstance(decision, Present)
    assert (decision.agent, decision.because) == (
        "idle",
        "longest idle of 2 ready Tier 1 agents who speak the caller's language",
    )


def test_an_agent_who_is_in_the_call_is_not_offered_it_again() -> None:
    agent = ReadyAgent(AgentId("olga"), "2", frozenset({"en"}), T0)
    call = WaitingCall(CallId("c"), "2", "en", T0, not_to=frozenset({agent.id}))
    assert isinstance(decide([call], [agent])[0], KeepWaiting)


def test_position_counts_those_of_the_same_tier_and_language_who_are_older() -> None:
    older = WaitingCall(CallId("a"), "1", "en", T0)
    other_language = WaitingCall(CallId("b"), "1", "es", T0)
    mine = WaitingCall(CallId("c"), "1", "en", T0 + timedelta(seconds=5))
    assert position(mine, [older, other_language, mine]) == 2
