"""From results to the table: a clause passed when each layer it names has a passing test at this commit."""

from collections.abc import Sequence

import msgspec

from tierline.conformance.clauses import LAYERS, Clause, Layer
from tierline.conformance.results import Result, Results
from tierline.conformance.tree import Tree


class Standing(msgspec.Struct, frozen=True):
    """Of one clause: `layers` counts its passing tests."""

    id: str
    needs: tuple[Layer, ...]
    layers: dict[Layer, int]
    passed: bool


class Report(msgspec.Struct, frozen=True, omit_defaults=True):
    """`note` says why nothing counts as passed, where the results are not of this very source."""

    commit: str | None
    clauses: list[Standing]
    note: str | None = None


def report(policy: Sequence[Clause], tree: Tree, results: Results | None) -> Report:
    note = _not_of(tree, results)
    same_commit = results if results and results.tree.commit == tree.commit and tree.commit else None
    tests = list(same_commit.tests.values()) if same_commit else []
    return Report(tree.commit, [_standing(clause, tests, counts=note is None) for clause in policy], note)


def _standing(clause: Clause, tests: Sequence[Result], *, counts: bool) -> Standing:
    about = [test for test in tests if clause.id in test.clauses]
    passing = [test.layer for test in about if test.outcome == "passed"]
    layers = {layer: passing.count(layer) for layer in LAYERS}
    broken = any(test.outcome == "failed" for test in about)
    shown = all(layers[layer] for layer in clause.needs)
    return Standing(clause.id, clause.needs, layers, passed=counts and shown and not broken)


def _not_of(tree: Tree, results: Results | None) -> str | None:
    if tree.commit is None:
        return "this is no git clone, so results belong to no commit; run the tests in a clone"
    if results is None:
        return "no test results yet; run `make test` or `tierline conformance --run`"
    if results.tree.commit != tree.commit:
        return f"the results are of commit {results.tree.commit}; run the tests again"
    if results.tree.dirty:
        return "the tests ran with changes that are not in the commit; commit, then run them again"
    if tree.dirty:
        return "there are changes that are not in the commit; commit, then run the tests again"
    return None
