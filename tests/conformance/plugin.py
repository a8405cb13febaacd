"""Records what each test with `@pytest.mark.clause("A9")` came to, for `tierline conformance`.

The marks travel with a test's reports, as one process may run the tests (a worker of pytest-xdist) and
another keep the record.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from tierline.conformance.clauses import Layer, clauses
from tierline.conformance.results import FOLDERS, Result, add
from tierline.conformance.tree import Tree, tree_at

KNOWN = tuple(clause.id for clause in clauses())
CLAUSES, LAYER = "clauses", "layer"


class Marker:
    """Where tests are run: what each one shows goes with it."""

    def __init__(self, project: Path) -> None:
        self._project = project

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            marked = tuple(str(name) for mark in item.iter_markers("clause") for name in mark.args)
            if unknown := set(marked) - set(KNOWN):
                raise pytest.UsageError(f"{item.nodeid}: no such clause: {', '.join(sorted(unknown))}")
            if marked:
                item.user_properties += [(CLAUSES, marked), (LAYER, self._layer(item.path))]

    def _layer(self, test: Path) -> Layer | None:
        if not test.is_relative_to(self._project / "tests"):
            return None
        return FOLDERS.get(test.relative_to(self._project / "tests").parts[0])


class Recorder:
    """Where the run is told of: keeps what it came to."""

    def __init__(self, project: Path, tree: Tree) -> None:
        self._project = project
        self._tree = tree  # as it was when the tests were read, not when they ended
        self._tests: dict[str, Result] = {}
        self._collected: set[str] = set()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            # Whatever it would have shown is not shown: no clause passes over a file that cannot be read.
            self._tests[report.nodeid] = Result(KNOWN, None, "failed")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._collected.update(_read_for(report.nodeid))
        shown: dict[str, Any] = dict(report.user_properties)
        if CLAUSES not in shown:
            return
        before = self._tests.get(report.nodeid)
        if before and before.outcome == "failed":
            return  # a failure in any phase is one
        if report.when == "call" or not report.passed:
            # An expected failure is reported as skipped, and counts for nothing either.
            result = Result(tuple(shown[CLAUSES]), shown[LAYER], report.outcome)
            self._tests[report.nodeid] = result

    def pytest_sessionfinish(self) -> None:
        add(self._project, self._tree, self._tests, collected=self._collected)


def _read_for(test: str) -> Iterator[str]:
    """The names of the file and the folders that were read when this test was found."""
    file = PurePosixPath(test.partition("::")[0])
    return map(str, (file, *file.parents))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Marker(config.rootpath), "clauses")
    a_worker = hasattr(config, "workerinput")
    tree = tree_at(config.rootpath)
    if tree.commit and not config.option.collectonly and not a_worker:
        config.pluginmanager.register(Recorder(config.rootpath, tree), "conformance")
