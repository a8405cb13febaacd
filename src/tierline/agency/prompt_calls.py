"""Calls of functions in prompts that would fail when a caller is on the line."""

import re
from collections.abc import Iterator, Mapping

from fluent.syntax import ast

from tierline.agency.functions import OPTIONS, REQUIRED
from tierline.agency.prompt_file import Entry, PromptFile, within

_EXAMPLES = {
    "groups": 'Write the sizes of the groups, as groups: "3 4 3 3".',
    "country": 'Write where callers call from, as country: "US".',
    "currency": 'Write its code, as currency: "USD".',
    "weekday": 'It can be "yes" or "no".',
    "year": 'It can be "yes" or "no".',
    "minimumFractionDigits": "It is a whole number.",
    "maximumFractionDigits": "It is a whole number.",
    "useGrouping": "It is 0 or 1.",
}


def wrong_calls(file: PromptFile, entry: Entry) -> Iterator[tuple[int, str]]:
    for call in within(entry, ast.FunctionReference):
        yield from ((file.line(call), sentence) for sentence in _wrong(call))


def _wrong(call: ast.FunctionReference) -> Iterator[str]:
    name, options = call.id.name, OPTIONS.get(call.id.name)
    if name == "DATETIME":
        yield "DATETIME writes for a screen: use DATE, TIME or MOMENT."
    elif options is None:
        yield f"There is no function {name}, only {', '.join(sorted(OPTIONS))}."
    else:
        yield from _wrong_arguments(call, options)


def _wrong_arguments(call: ast.FunctionReference, options: Mapping[str, str]) -> Iterator[str]:
    name = call.id.name
    if len(call.arguments.positional) != 1:
        yield f"{name} takes one value, as in {name}($value)."
    given = {named.name.name: named.value for named in call.arguments.named}
    for option, literal in given.items():
        if option not in options:
            yield f"{name} takes no {option}" + (f", only {', '.join(options)}." if options else ".")
        elif not re.fullmatch(options[option], _value(literal)):
            yield f"{name} cannot use {option}: {_value(literal)!r}. {_EXAMPLES[option]}"
    for option in sorted(REQUIRED.get(name, frozenset()) - set(given)):
        yield f"{name} needs a {option}. {_EXAMPLES[option]}"


def _value(literal: ast.StringLiteral | ast.NumberLiteral) -> str:
    return str(literal.parse()["value"])
