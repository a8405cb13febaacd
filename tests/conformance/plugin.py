"""Records what each test with `@pytest.mark.clause("A9")` came to, for `tierline conformance`."""

from pathlib import Path

import pytest

from tierline.conformance.clauses import Layer, clauses
from tierline.conformance.results import FOLDERS, Result, add
from tierline.conformance.tree import Tree, tree_at

KNOWN = tuple(clause.id for clause in clauses())


class Recorder:
    def __init__(self, project: Path, tree: Tree) -> None:
        self._project = project
        self._tree = tree  # as it was when the tests were read, not when they ended
        self._marked: dict[str, tuple[tuple[str, ...], Layer | None]] = {}
        self._tests: dict[str, Result] = {}
        self._collected: set[str] = set()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            # Whatever it would have shown is not shown: no clause passes over a file that cannot be read.
            self._tests[report.nodeid] = Result(KNOWN, None, "failed")
        else:
            self._collected.add(report.nodeid)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            marked = tuple(str(name) for mark in item.iter_markers("clause") for name in mark.args)
            if unknown := set(marked) - set(KNOWN):
                raise pytest.UsageError(f"{item.nodeid}: no such clause: {', '.join(sorted(unknown))}")
            if marked:
                self._marked[item.nodeid] = (marked, self._layer(item.path))

    def _layer(self, test: Path) -> Layer | None:
        if not test.is_relative_to(self._project / "tests"):
            return None
        return FOLDERS.get(test.relative_to(self._project / "tests").parts[0])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.nodeid not in self._marked:
            return
        before = self._tests.get(report.nodeid)
        if before and before.outcome == "failed":
            return  # a failure in any phase is one
        if report.when == "call" or not report.passed:
            # An expected failure is reported as skipped, and counts for nothing either.
            self._tests[report.nodeid] = Result(*self._marked[report.nodeid], report.outcome)

    def pytest_sessionfinish(self) -> None:
        add(self._project, self._tree, self._tests, collected=self._collected)


def pytest_configure(config: pytest.Config) -> None:
    tree = tree_at(config.rootpath)
    if tree.commit and not config.option.collectonly:
        config.pluginmanager.register(Recorder(config.rootpath, tree), "conformance")
