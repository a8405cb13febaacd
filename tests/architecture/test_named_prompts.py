"""The prompts that the code says by name are listed beside it, so that the checker can ask for them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, python
from tierline.ivr.named_prompts import NAMED_PROMPTS
from tierline.ivr.values import KINDS

SAYING = {
    "say": 2,
    "say_lines": 2,
    "say_whole": 2,
    "join_queue": 4,
    "stand_in_line": 3,
    "words": 0,
    "speak": 0,
    "_say": 2,
    "tell_agent": 3,
    "_refused": 3,
}
"""Functions that say a prompt, and where among their arguments it is named."""

PASSES_ON = {"prompts", "prompt", "lines", "name"}
"""Arguments by which one of these functions hands on to another what it was given."""


def named_in(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            assigned = {
                node.targets[0].id: node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            }
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                place = SAYING.get(ast.unparse(call.func).rpartition(".")[2])
                if place is not None and place < len(call.args):
                    yield from _names(call.args[place], assigned)


def _names(said: ast.expr, assigned: dict[str, ast.expr]) -> Iterator[str]:
    match said:
        case ast.Constant(value=str() as name):
            yield name
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _names(part, assigned)
        case ast.IfExp(body=one, orelse=other):
            yield from (*_names(one, assigned), *_names(other, assigned))
        case ast.Call(func=ast.Name(id="Line"), args=[prompt, *_]):
            yield from _names(prompt, assigned)
        case ast.JoinedStr():
            yield ast.unparse(said)
        case ast.ListComp(generators=[each]):
            yield from _names(each.iter, assigned)
        case ast.Name(id=name) if name in assigned:
            yield from _names(assigned[name], assigned)
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in PASSES_ON:
            return
        case _:
            yield f"cannot be told: {ast.unparse(said)}"


def said_by_the_code() -> set[str]:
    sources = [*python("src/tierline/desk"), *python("src/tierline/ivr")]
    sources.append(ROOT / "src/tierline/engine_words.py")
    named = {name for path in sources for name in named_in(path.read_text())}
    default = ast.parse((ROOT / "src/tierline/ivr/interpreter.py").read_text())
    refused = next(n for n in ast.walk(default) if isinstance(n, ast.FunctionDef) and n.name == "_refused")
    return named | {str(ast.literal_eval(value)) for value in refused.args.defaults}


def test_every_prompt_that_the_code_names_is_listed_and_no_other() -> None:
    named = said_by_the_code()
    malformed = "f'malformed-{collect.kind}'"
    assert malformed in named
    assert named - {malformed} | {f"malformed-{kind}" for kind in KINDS} == set(NAMED_PROMPTS)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(): say(center, call, ['a-b', 'c'])", ["a-b", "c"]),
        ("async def f():\n x = 'one' if y else 'other'\n await say(center, call, [x])", ["one", "other"]),
        ("def f(): prompts.words('no-hours', language, {})", ["no-hours"]),
        ("def f(prompts): say(center, call, prompts)", []),
        ("def f():\n x = Line('d', {})\n say_whole(center, call, [x, Line('e')])", ["d", "e"]),
        ("def f(): say(center, call, [odd()])", ["cannot be told: odd()"]),
    ],
)
def test_a_prompt_named_in_the_code_would_be_seen(source: str, names: list[str]) -> None:
    assert list(named_in(source)) == names


def test_every_value_that_is_listed_is_given_somewhere_in_the_code() -> None:
    listed = {value for prompt in NAMED_PROMPTS.values() for value in prompt.gives}
    code = "".join(path.read_text() for path in Path(ROOT / "src/tierline/desk").rglob("*.py"))
    assert [value for value in listed if f'"{value}"' not in code] == []
