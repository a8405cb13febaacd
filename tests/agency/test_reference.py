"""What docs/reference says of an agency's files is what the code reads."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml

from tests.sample import AGENCY
from tierline.agency.flow_file import read_flow
from tierline.ivr.answers import question
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.ivr.steps import AnyStep, Callback, Do, LookUp, MakeRequest, Return, Send
from tierline.reference.command import pages
from tierline.reference.schemas import schema_for, schemas
from tierline.reference.sections import filled

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
BROKEN = Path(__file__).parents[1] / "broken"
SAMPLES = sorted(AGENCY.parent.iterdir())
SCHEMAS = schemas()
FILES = [
    (folder, path.relative_to(folder).as_posix())
    for folder in (*SAMPLES, BROKEN / "base", BROKEN / "send-without-consent", BROKEN / "request-unverified")
    for path in sorted(folder.rglob("*.yaml"))
    if schema_for(path.relative_to(folder).as_posix()) in SCHEMAS
]
EXAMPLES = re.findall(r"```yaml\n(.*?)```", (REFERENCE / "flow-language.md").read_text(), re.DOTALL)


def wrong(schema: str, written: object) -> list[str]:
    """As JSON has it: YAML knows days, JSON text."""
    validator = jsonschema.Draft202012Validator(SCHEMAS[schema])
    return [error.message for error in validator.iter_errors(msgspec.to_builtins(written))]


@pytest.mark.parametrize("name", pages(REFERENCE))
def test_a_page_is_what_the_code_makes_of_it(name: str) -> None:
    """If not: `tierline reference docs/reference`."""
    assert (REFERENCE / name).read_text("utf-8") == pages(REFERENCE)[name]


def test_no_schema_lies_there_of_a_file_that_there_is_not() -> None:
    assert {path.name.partition(".")[0] for path in (REFERENCE / "schema").iterdir()} == SCHEMAS.keys()


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_schema_is_one(schema: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[schema])


@pytest.mark.parametrize(("folder", "file"), FILES, ids=lambda value: getattr(value, "name", value))
def test_a_file_that_is_read_keeps_to_its_schema(folder: Path, file: str) -> None:
    assert wrong(schema_for(file), yaml.safe_load((folder / file).read_text("utf-8"))) == []


@pytest.mark.parametrize(("folder", "file"), [each for each in FILES if each[0] in SAMPLES])
def test_a_file_of_a_sample_names_its_schema_for_editors(folder: Path, file: str) -> None:
    first = (folder / file).read_text("utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
    assert named
    schema = ((folder / file).parent / named[1]).resolve()
    assert schema == REFERENCE / "schema" / f"{schema_for(file)}.schema.json"


SETTINGS: dict[str, object] = {"start": "a", "answers": "a", "person": "a", "steps": {}}
STEP = {"say": ["welcome"], "then": "main"}


@pytest.mark.parametrize(
    "step",
    [
        {},
        {"then": "main"},
        {**STEP, "menu": ["main"]},
        {**STEP, "silent": "main"},
        {**STEP, "then": 1},
        {"say": "welcome", "then": "main"},
        {"menu": ["main"], "keys": {"1": {"language": "en"}}},
        {"branch": [{"if": {"open": "7"}, "then": "a"}, {"else": "b"}]},
        {"branch": [{"if": {"open": "1"}, "then": "a"}]},
        {"queue": "3", "reason": "none"},
    ],
)
def test_a_step_that_is_not_read_is_against_the_schema_too(step: dict[str, Any]) -> None:
    whole = {"start": "a", "answers": "a", "person": "a", "steps": {"a": step}}
    assert read_flow({"flow.yaml": whole}, ReceiptPrefixes(()))[0] is None
    assert wrong("flow", whole)
    assert wrong("sub-flow", {"start": "a", "steps": {"a": step}})


def test_every_example_of_the_language_is_read() -> None:
    """Beside the settings of a whole flow, of which most show only steps."""
    assert len(EXAMPLES) > 10
    for example in EXAMPLES:
        whole = {**SETTINGS, **yaml.safe_load(example)}
        assert wrong("flow", whole) == []
        assert read_flow({"flow.yaml": whole}, ReceiptPrefixes(()))[1] == []


def test_the_examples_lead_on_from_every_answer_and_from_no_other() -> None:
    asking = [step for step in shown() if question(step)]
    assert {type(step) for step in asking} == {LookUp, Callback, MakeRequest, Send}
    for step in asking:
        asked = question(step)
        assert asked
        assert set(asked.outcomes) == set(step.ways), step


def test_the_example_of_a_sub_flow_returns_what_the_step_that_does_it_goes_on_by() -> None:
    returned = {step.outcome for step in shown() if isinstance(step, Return)}
    assert [set(step.ways) for step in shown() if isinstance(step, Do)] == [returned]


def shown() -> list[AnyStep]:
    steps: list[AnyStep] = []
    for example in EXAMPLES:
        flow, _ = read_flow({"flow.yaml": {**SETTINGS, **yaml.safe_load(example)}}, ReceiptPrefixes(()))
        assert flow
        steps += flow.steps.values()
    return steps


def test_the_language_has_an_example_of_every_kind_of_step() -> None:
    shown = {key for each in EXAMPLES for step in yaml.safe_load(each)["steps"].values() for key in step}
    kinds = {step["$ref"].rpartition("/")[2] for step in SCHEMAS["flow"]["$defs"]["AnyStep"]["oneOf"]}
    assert kinds <= shown


def test_a_page_without_a_section_that_is_made_is_refused() -> None:
    with pytest.raises(ValueError, match="<!-- look-ups -->"):
        filled("# The flow language\n")
