"""Every sentence that is told to a person at a screen, as why something is refused, has its words in Spanish,
for the screens, which have no other."""

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, name, python
from tierline.desk.refusal import Refusal
from tierline.desk.views.words import on_record
from tierline.sentence import Sentence
from tierline.web import errors

TABLE = ROOT / "ui/src/i18n/sentences.es.json"
DEFINED_IN = {"src/tierline/desk/refusal.py", "src/tierline/sentence.py"}
"""Here what is said is handed on."""
FILES = [path for path in python("src/tierline") if name(path) not in DEFINED_IN]


def refusals(of: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    yield of
    for under in of.__subclasses__():
        yield from refusals(under)


SAYING = {(kind.__module__, kind.__name__) for kind in refusals()} | {
    ("tierline.sentence", "sentence"),
    ("tierline.sentence", "Sentence"),
}


def said_in(source: str, module: str = "") -> Iterator[tuple[str, set[str]]]:
    """(template, names of the values given) of each sentence; what cannot be told names itself."""
    tree = ast.parse(source)
    saying = set(_names_of_the_sayers(tree, module))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id in saying:
            given = {keyword.arg or "**" for keyword in call.keywords}
            match call.args:
                case [ast.Constant(value=str() as template)]:
                    yield template, given
                case _:
                    yield f"cannot be told: {ast.unparse(call)}", given


def _names_of_the_sayers(tree: ast.AST, module: str) -> Iterator[str]:
    """Other classes of the same name, as an adapter's own, are not these."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (one.asname or one.name for one in node.names if (node.module, one.name) in SAYING)
        elif isinstance(node, ast.ClassDef) and (module, node.name) in SAYING:
            yield node.name


def blanks(template: str) -> list[str]:
    return sorted(blank for _, blank, _, _ in string.Formatter().parse(template) if blank is not None)


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)


SAID = [(path, *each) for path in FILES for each in said_in(path.read_text(), _module(path))]
SPANISH: dict[str, str] = json.loads(TABLE.read_text())


def test_every_sentence_is_written_out_where_it_is_said() -> None:
    assert [(name(path), template) for path, template, _ in SAID if "cannot be told" in template] == []


def test_every_blank_has_its_value_and_no_value_is_without_a_blank() -> None:
    odd = [(name(path), template) for path, template, given in SAID if set(blanks(template)) != given]
    assert odd == []


def test_the_spanish_table_has_every_sentence_and_no_other() -> None:
    assert set(SPANISH) == {template for _, template, _ in SAID}


@pytest.mark.parametrize("template", SPANISH)
def test_the_spanish_has_the_same_blanks(template: str) -> None:
    assert blanks(SPANISH[template]) == blanks(template)


GIVEN_A_REASON = {"given_up": 1, "take_back": 3, "join_queue": 3}
"""Which argument of these is the reason that goes on record."""


def reasons_in(source: str) -> Iterator[str]:
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        nth = GIVEN_A_REASON.get(ast.unparse(call.func).rpartition(".")[2])
        # The script library has functions of these names too, with fewer arguments.
        if nth is not None and nth < len(call.args) and isinstance(reason := call.args[nth], ast.Constant):
            yield str(reason.value)


def test_the_centers_own_reasons_on_record_are_sentences_too() -> None:
    live = [path for path in FILES if "tierline/twin/" not in name(path)]
    given = {reason for path in live for reason in reasons_in(path.read_text())}
    assert len(given) > 5
    assert [reason for reason in given if not isinstance(on_record(reason), Sentence)] == []


IMPORTED = "from tierline.desk.refusal import Refused\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (IMPORTED + "raise Refused('wait {n} seconds', n=3)", [("wait {n} seconds", {"n"})]),
        (IMPORTED + "Refused('in two '\n 'parts')", [("in two parts", set())]),
        (IMPORTED + "Refused(f'{name} is away')", [("cannot be told: Refused(f'{name} is away')", set())]),
        (IMPORTED + "Refused('still: ' + x)", [("cannot be told: Refused('still: ' + x)", set())]),
        (IMPORTED + "Refused.saying(found)", []),
        ("from tierline.sentence import sentence as s\ns('is away')", [("is away", set())]),
        ("from tierline.asterisk.ari import Refused\nRefused(404, 'gone')", []),
    ],
)
def test_a_sentence_in_the_code_would_be_seen(source: str, said: list[tuple[str, set[str]]]) -> None:
    assert list(said_in(source)) == said


def test_every_kind_of_refusal_has_its_answer_over_http() -> None:
    assert set(errors.REFUSED_WITH) == set(refusals()) - {Refusal}
