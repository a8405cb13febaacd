"""Counting how many calls went which way."""

from collections import Counter
from collections.abc import Iterable

import hypothesis.strategies as st
from hypothesis import given

from tests.unit.test_ivr_steps import FLOW
from tierline.calls.walk import Mark, Walk
from tierline.ivr.traffic import EdgeTraffic, JumpTraffic, Leaving, StepTraffic, Traffic, TrafficCount

HUNG_UP, IVR_ENDED = Mark("ended", "caller_hung_up"), Mark("ended", "ivr_ended")
SUB = ("sub",)


def step(name: str, *around: str) -> Mark:
    return Mark("step", name, None if name in ("sub", "sub/last") else around)


def counted(*marks: Mark, calls: int = 1, agency: str = "v1") -> Traffic:
    return of([Walk(agency, marks, calls)])


def of(walks: Iterable[Walk]) -> Traffic:
    count = TrafficCount(FLOW, "v1")
    for walk in walks:
        count.add(walk)
    return count.traffic()


def test_two_steps_that_follow_one_another_are_an_edge_taken() -> None:
    told = counted(step("main"), step("zip"), step("bye"), IVR_ENDED, calls=7)
    assert told.edges == (EdgeTraffic("main", "zip", 7), EdgeTraffic("zip", "bye", 7))
    assert told.steps == (
        StepTraffic("main", 7, {}),
        StepTraffic("zip", 7, {}),
        StepTraffic("bye", 7, {"done": 7}),
    )
    assert told.jumps == ()


def test_what_a_sub_flow_returns_is_told_of_the_step_that_did_it() -> None:
    told = counted(
        step("main"), step("sub"), step("sub/first", *SUB), step("sub/last"), step("told"), HUNG_UP
    )
    assert told.edges == (
        EdgeTraffic("main", "sub", 1),
        EdgeTraffic("sub", "told", 1),
        EdgeTraffic("sub/first", "sub/last", 1),
    )
    assert told.jumps == ()


def test_a_call_counts_once_however_often_it_comes_by() -> None:
    again = [step("main"), step("zip"), Mark("key", "main")]
    told = counted(*again, *again, step("main"), HUNG_UP)
    assert told.edges == (EdgeTraffic("main", "zip", 1),)
    assert told.steps[0] == StepTraffic("main", 1, {"hung_up": 1})
    assert told.jumps == (JumpTraffic("zip", "main", "main", 1),)


def test_a_key_that_means_the_same_everywhere_is_no_edge_even_where_one_leads_there_too() -> None:
    told = counted(step("main"), step("quiet"), Mark("key", "person"), step("person"), Mark("queued"))
    assert told.edges == (EdgeTraffic("main", "quiet", 1),)
    assert told.jumps == (JumpTraffic("quiet", "person", "person", 1),)


def test_a_key_that_was_refused_leaves_the_edge_what_it_is() -> None:
    told = counted(step("zip"), Mark("key", "main"), step("person"), Mark("queued"))
    assert told.edges == (EdgeTraffic("zip", "person", 1),)
    assert told.jumps == ()


def test_hearing_a_step_again_is_no_way_on() -> None:
    told = counted(
        step("ask"), Mark("key", "slower"), step("ask"), Mark("key", "repeat"), step("bye"), HUNG_UP
    )
    assert told.edges == (EdgeTraffic("ask", "bye", 1),)
    assert told.jumps == ()


def test_where_nothing_leads_the_count_is_of_other_ways() -> None:
    told = counted(step("main"), step("gone"), IVR_ENDED)
    assert told.jumps == (JumpTraffic("main", "gone", "other", 1),)


def test_back_into_a_sub_flow_returns_to_the_step_around_it() -> None:
    told = counted(
        step("told"), Mark("key", "back"), step("sub/first", *SUB), step("sub/last"), step("told"), HUNG_UP
    )
    assert EdgeTraffic("sub", "told", 1) in told.edges
    assert told.jumps == (JumpTraffic("told", "sub/first", "back", 1),)


def test_how_a_call_left_is_what_came_first_after_its_last_step() -> None:
    ends: dict[Leaving, tuple[Mark, ...]] = {
        "person": (Mark("queued"), HUNG_UP),
        "callback": (Mark("rang_off"), Mark("ended", "callback_exhausted")),
        "done": (IVR_ENDED,),
        "hung_up": (Mark("key", "slower"), HUNG_UP),
        "lost": (Mark("ended", "engine_lost"),),
        "under_way": (),
    }
    for how, marks in ends.items():
        assert counted(step("main"), *marks).steps == (StepTraffic("main", 1, {how: 1}),)
    assert counted(step("main"), Mark("supervisor"), Mark("queued")).steps[0].left == {"person": 1}
    assert counted(step("bye"), HUNG_UP).steps[0].left == {"done": 1}, "the good-bye had begun"


def test_what_was_lost_of_a_history_is_no_way_from_step_to_step() -> None:
    told = counted(step("main"), Mark("unknown"), step("zip"), step("bye"), Mark("unknown"), IVR_ENDED)
    assert told.edges == (EdgeTraffic("zip", "bye", 1),)
    assert told.jumps == ()
    assert told.steps[-1].left == {"done": 1}


def test_calls_of_another_version_count_where_their_steps_still_are() -> None:
    told = counted(step("main"), step("before"), step("zip"), step("bye"), IVR_ENDED, calls=3, agency="v0")
    assert told.other_versions == 3
    assert told.gone == (StepTraffic("before", 3, {}),)
    assert told.edges == (EdgeTraffic("zip", "bye", 3),)


STEPS = st.sampled_from([*FLOW.steps, "another"]).map(step)
REST = st.sampled_from(
    [HUNG_UP, IVR_ENDED, Mark("queued"), Mark("key", "back"), Mark("rang_off"), Mark("unknown")]
)
WALKS = st.builds(
    Walk, st.sampled_from(["v0", "v1"]), st.lists(STEPS | REST, max_size=12).map(tuple), st.integers(1, 9)
)


@given(st.lists(WALKS, max_size=12))
def test_every_call_leaves_once_and_no_figure_is_more_than_its_step_was_reached(walks: list[Walk]) -> None:
    told = of(walks)
    everywhere = (*told.steps, *told.gone)
    assert told.calls == sum(walk.calls for walk in walks)
    assert told.nowhere + sum(n for one in everywhere for n in one.left.values()) == told.calls
    reached = Counter({one.step: one.reached for one in everywhere})
    for edge in told.edges:
        assert edge.calls <= min(reached[edge.source], reached[edge.target])
    for jump in told.jumps:
        assert jump.calls <= min(reached[jump.source], reached[jump.target])
