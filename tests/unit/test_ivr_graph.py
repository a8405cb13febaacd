"""A flow as a graph: groups, nodes, and an edge for each pair of steps."""

import pytest

from tests.sample import CITY, load_agency
from tests.unit.test_ivr_steps import FLOW
from tierline.agency import load
from tierline.ivr.conditions import Condition
from tierline.ivr.flow import Flow
from tierline.ivr.graph import Edge, Group, Node, Way, graph, in_words

FLOWS = [load_agency().flow, load(CITY).flow, FLOW]


def node(group: Group, step: str) -> Node:
    return next(node for node in group.nodes if node.step == step)


def edges_of(group: Group, step: str) -> list[Edge]:
    return [edge for edge in group.edges if edge.source == step]


@pytest.mark.parametrize("flow", FLOWS)
def test_every_step_is_in_exactly_one_group_and_no_edge_leaves_it(flow: Flow) -> None:
    groups = graph(flow)
    assert sorted(node.step for group in groups for node in group.nodes) == sorted(flow.steps)
    for group in groups:
        steps = {node.step for node in group.nodes}
        assert {end for edge in group.edges for end in (edge.source, edge.target)} <= steps


@pytest.mark.parametrize("flow", FLOWS)
def test_every_way_of_every_step_is_on_an_edge(flow: Flow) -> None:
    drawn = {(e.source, e.target): len(e.ways) for group in graph(flow) for e in group.edges}
    for name, step in flow.steps.items():
        targets = list(step.ways.values())
        assert {(name, target): targets.count(target) for target in targets}.items() <= drawn.items()
        assert {target for source, target in drawn if source == name} == set(targets)


def test_ways_to_the_same_step_share_an_edge_that_names_them_all() -> None:
    main, _ = graph(FLOW)
    assert edges_of(main, "quiet") == [Edge("quiet", "person", (Way("silent"), Way("wrong")))]
    assert edges_of(main, "zip") == [
        Edge("zip", "bye", (Way("keyed"),)),
        Edge("zip", "person", (Way("failed"),)),
    ]
    assert [way for edge in edges_of(main, "main") for way in edge.ways][:3] == [
        Way("key", "1"),
        Way("key", "2"),
        Way("key", "3"),
    ]


def test_a_sub_flow_is_a_group_that_its_do_step_stands_for() -> None:
    main, sub = graph(FLOW)
    assert (main.name, sub.name) == ("", "sub")
    assert node(main, "sub").about == "sub"
    assert edges_of(main, "sub") == [Edge("sub", "told", (Way("outcome", "done"),))]
    assert node(sub, "sub/last").kind == "return"
    assert edges_of(sub, "sub/last") == []


def test_steps_that_mean_something_to_the_whole_flow_say_so() -> None:
    main, sub = graph(FLOW)
    assert (node(main, "main").roles, node(main, "main").keys) == (("start", "answers"), ("#",))
    assert (node(main, "person").roles, node(main, "person").keys) == (("person",), ("0",))
    assert node(main, "gone").roles == ("spent",)
    assert node(sub, "sub/first").roles == ("start",)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition(open="1"), "open: 1"),
        (Condition(open="1", unless=Condition(closure="1")), "open: 1, unless closure: 1"),
        (Condition(language=("es", "fr"), relay=True), "language: es or fr, relay: yes"),
        (Condition(waiting={"1": 5}, holiday=False), "holiday: no, waiting: 1 ≥ 5"),
    ],
)
def test_a_condition_reads_as_in_the_file(condition: Condition, words: str) -> None:
    assert in_words(condition) == words
