"""The table tells the truth: tried on a small project of its own, with a real pytest and a real git."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tierline.conformance.clauses import clauses
from tierline.conformance.command import conformance

ROOT = Path(__file__).parents[2]

INI = """
[tool.pytest.ini_options]
addopts = "--strict-markers -p tests.conformance.plugin"
markers = ["clause(id): of the policy"]
"""


class Project:
    """A git clone with tests; `A1` needs telephony alone, `A3` rules and journey."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("pyproject.toml", INI)
        self.write(".gitignore", "build/\n__pycache__/\n.pytest_cache/\n.hypothesis/\n")
        self.git("init", "-q")

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def test(self, layer: str, clause: str, body: str = "pass") -> None:
        name = f"{layer}_{clause}".replace(".", "_").lower()
        marked = f'import pytest\n\n@pytest.mark.clause("{clause}")\ndef test_{name}():\n    {body}\n'
        self.write(f"tests/{layer}/test_{name}.py", marked)

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", ".")
        as_someone = ("-c", "user.name=Someone", "-c", "user.email=someone@example.org")
        self.git(*as_someone, "commit", "-qm", "a step")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.python("-m", "pytest", "-q", *arguments)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Without the plugins of pytest that happen to be installed, which take longer than the tests."""
        own = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        environment = os.environ | own
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def report(self) -> Any:
        return json.loads(invoke("--json", "--project", str(self.folder)).output)

    def clause(self, name: str) -> Any:
        return next(c for c in self.report()["clauses"] if c["id"] == name)


def invoke(*arguments: str) -> Any:
    return CliRunner().invoke(conformance, arguments, catch_exceptions=False)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_a_clause_passes_when_each_layer_it_needs_has_a_passing_test(project: Project) -> None:
    for layer in ("unit", "flows", "journeys"):
        project.test(layer, "A3")
    project.commit()
    project.run()
    layers = {"rules": 2, "journey": 1, "telephony": 0, "browser": 0}
    assert project.clause("A3") == {
        "id": "A3",
        "needs": ["rules", "journey"],
        "layers": layers,
        "passed": True,
    }
    assert project.clause("A1")["passed"] is False
    assert "note" not in project.report()


def test_a_missing_layer_is_not_made_up_for_by_another(project: Project) -> None:
    project.test("unit", "A3")
    project.test("telephony", "A3")
    project.commit()
    project.run()
    assert project.clause("A3")["passed"] is False


def test_runs_of_one_commit_add_up(project: Project) -> None:
    project.test("unit", "A3")
    project.test("journeys", "A3")
    project.commit()
    project.run("tests/unit")
    assert project.clause("A3")["passed"] is False
    project.run("tests/journeys")
    assert project.clause("A3")["passed"] is True


def test_tests_that_ran_side_by_side_add_up_too(project: Project) -> None:
    for layer in ("unit", "flows", "journeys"):
        project.test(layer, "A3")
    project.test("telephony", "A1", "assert False")
    project.commit()
    project.run("-p", "xdist.plugin", "-n", "2")
    assert project.clause("A3")["layers"]["rules"] == 2
    assert project.clause("A3")["passed"] is True
    assert project.clause("A1")["passed"] is False


def test_results_of_another_commit_count_for_nothing(project: Project) -> None:
    project.test("telephony", "A1")
    project.commit()
    project.run()
    project.write("README", "more")
    project.commit()
    assert project.clause("A1") == {
        "id": "A1",
        "needs": ["telephony"],
        "layers": {"rules": 0, "journey": 0, "telephony": 0, "browser": 0},
        "passed": False,
    }
    assert "run the tests again" in project.report()["note"]
    project.test("unit", "A3")
    project.commit()
    project.run("tests/unit")
    assert project.clause("A1")["layers"]["telephony"] == 0


@pytest.mark.parametrize("when", ["before the run", "after the run"])
def test_a_changed_tree_passes_nothing_and_says_so(project: Project, when: str) -> None:
    project.test("telephony", "A1")
    project.commit()
    if when == "before the run":
        project.write("change", "x")
    project.run()
    project.write("change", "x")
    assert project.clause("A1")["passed"] is False
    assert "not in the commit" in project.report()["note"]


@pytest.mark.parametrize("fault", ["assert False", "raise OSError"])
def test_one_failing_test_fails_its_clause(project: Project, fault: str) -> None:
    project.test("telephony", "A1")
    project.test("contract", "A1", fault)
    project.commit()
    project.run()
    assert project.clause("A1")["layers"]["telephony"] == 1
    assert project.clause("A1")["passed"] is False


def test_a_test_whose_clean_up_fails_has_failed(project: Project) -> None:
    project.test("telephony", "A1")
    fixture = "import pytest\n\n@pytest.fixture(autouse=True)\ndef broken():\n    yield\n    raise OSError\n"
    project.write("tests/telephony/conftest.py", fixture)
    project.commit()
    project.run()
    assert project.clause("A1")["layers"]["telephony"] == 0
    assert project.clause("A1")["passed"] is False


def test_a_file_of_tests_that_cannot_be_read_lets_no_clause_pass(project: Project) -> None:
    project.test("telephony", "A1")
    project.write("tests/unit/test_broken.py", "import nothing_of_this_name\n")
    project.commit()
    project.run("--continue-on-collection-errors")
    assert project.clause("A1")["layers"]["telephony"] == 1
    assert project.clause("A1")["passed"] is False


@pytest.mark.parametrize("way", ["pytest.skip('no engine')", "pytest.xfail('not yet')"])
def test_a_skipped_test_counts_for_nothing(project: Project, way: str) -> None:
    project.test("telephony", "A1", way)
    project.commit()
    project.run()
    assert project.clause("A1")["layers"]["telephony"] == 0
    assert project.clause("A1")["passed"] is False


def test_an_unknown_clause_is_an_error(project: Project) -> None:
    project.test("unit", "Z9")
    project.commit()
    ran = project.run()
    assert ran.returncode == pytest.ExitCode.USAGE_ERROR
    assert "no such clause: Z9" in ran.stderr


def test_outside_a_clone_the_table_says_why_nothing_passed(tmp_path: Path) -> None:
    said = json.loads(invoke("--json", "--project", str(tmp_path)).output)
    assert said["commit"] is None
    assert "no git clone" in said["note"]
    assert not any(clause["passed"] for clause in said["clauses"])


def test_it_runs_the_tests_itself_and_keeps_its_output_clean_json(project: Project) -> None:
    project.test("telephony", "A1")
    project.test("unit", "A3", "assert False")
    project.commit()
    command = "from tierline.conformance.command import conformance; conformance()"
    ran = project.python("-c", command, "--run", "--json", "--project", ".")
    assert ran.returncode == 0
    passed = [clause["id"] for clause in json.loads(ran.stdout)["clauses"] if clause["passed"]]
    assert passed == ["A1"]


def test_before_any_test_ran_it_says_what_to_run(project: Project) -> None:
    project.commit()
    assert "make test" in project.report()["note"]


def test_required_clauses_decide_the_exit(project: Project) -> None:
    project.test("telephony", "A1")
    project.commit()
    project.run()
    here = ("--project", str(project.folder))
    assert invoke(*here).exit_code == 0
    assert invoke(*here, "--require", "A1").exit_code == 0
    assert invoke(*here, "--require", "A1,A4").exit_code == 1
    assert invoke(*here, "--require", "A99").exit_code == 2


def test_people_read_each_clause_with_its_words(project: Project) -> None:
    project.commit()
    shown = invoke("--project", str(project.folder)).output
    assert "B4.4d" in shown
    assert "not passed" in shown
    assert "Nothing counts as passed" in shown


def test_the_policy_has_all_its_clauses_in_order() -> None:
    names = [clause.id for clause in clauses()]
    assert names[:2] == ["A1", "A2"]
    assert names[-1] == "B4.4d"
    assert len(names) == len(set(names)) == 30
