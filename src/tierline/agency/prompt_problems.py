"""What is wrong in a file of prompts, each with its line and the way to mend it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from fluent.syntax import ast

from tierline.agency.problem import Problem
from tierline.agency.prompt_calls import wrong_calls
from tierline.agency.prompt_file import Entry, PromptFile, within
from tierline.agency.prompt_speech import hard_to_say

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "certainty": ("verified", "unverified"),
    "silence": ("person",),
    "voice": ("tty",),
}
"""What a message may say of itself: `.certainty = unverified`, that it is worded as "we have not confirmed
this"; `.silence = person`, that it tells who says nothing that they stay on the line for a person;
`.voice = tty`, that it is typed to text telephones and not spoken."""


def problems_of(file: PromptFile) -> list[Problem]:
    if file.unreadable:
        return [Problem(file.name, 1, file.unreadable, "prompt-file-unreadable")]
    found = chain(
        _ruled("prompt-not-fluent", _syntax(file)),
        _ruled("prompt-twice", _twice(file)),
        *(_in_entry(file, entry) for entry in _entries(file)),
    )
    return sorted(Problem(file.name, line, sentence, rule) for rule, line, sentence in found)


def _entries(file: PromptFile) -> list[Entry]:
    return [*file.entries(ast.Message), *file.entries(ast.Term)]


def _in_entry(file: PromptFile, entry: Entry) -> Iterator[tuple[str, int, str]]:
    yield from _ruled("prompt-attribute-wrong", _attributes(file, entry))
    yield from _ruled("prompt-refers-to-nothing", _references(file, entry))
    yield from _ruled("prompt-function-wrong", wrong_calls(file, entry))
    if entry.value:
        yield from _ruled("prompt-hard-to-say", hard_to_say(file, entry.value))
        yield from _ruled("prompt-endless", _endless(file, entry, entry.value))


def _endless(file: PromptFile, entry: Entry, pattern: ast.Pattern) -> Iterator[tuple[int, str]]:
    if _says_itself(file, pattern, pattern, frozenset()):
        yield file.line(entry.id), f"{entry.id.name} refers to itself: it could never be said to its end."


def _ruled(rule: str, found: Iterable[tuple[int, str]]) -> Iterator[tuple[str, int, str]]:
    return ((rule, line, sentence) for line, sentence in found)


def _syntax(file: PromptFile) -> Iterator[tuple[int, str]]:
    for junk in file.entries(ast.Junk):
        for note in junk.annotations:
            line = file.line_at(note.span.start) if note.span else file.line(junk)
            yield line, f"This is not Fluent, and the message is lost: {note.message}."


def _twice(file: PromptFile) -> Iterator[tuple[int, str]]:
    first: dict[str, int] = {}
    for entry in _entries(file):
        name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
        if name in first:
            yield (
                file.line(entry.id),
                f"{name} is already in line {first[name]}, and only that one is used: take one out.",
            )
        first.setdefault(name, file.line(entry.id))


def _attributes(file: PromptFile, entry: Entry) -> Iterator[tuple[int, str]]:
    if isinstance(entry, ast.Message) and entry.value is None:
        yield file.line(entry.id), f"{entry.id.name} has no words of its own, so it cannot be said."
    for attribute in entry.attributes if isinstance(entry, ast.Message) else ():
        value = "".join(text.value for text in within(attribute.value, ast.TextElement)).strip()
        name, allowed = attribute.id.name, ATTRIBUTES.get(attribute.id.name)
        if allowed is None:
            known = ", ".join(f".{known}" for known in ATTRIBUTES)
            yield file.line(attribute), f"No attribute .{name} is known, only {known}."
        elif value not in allowed:
            yield file.line(attribute), f".{name} is {value!r}: it can be {' or '.join(allowed)}."


def _references(file: PromptFile, entry: Entry) -> Iterator[tuple[int, str]]:
    for message in within(entry, ast.MessageReference):
        if file.referred(message) is None:
            yield file.line(message), f"There is no message {_name(message)} in this file."
    for term in within(entry, ast.TermReference):
        if file.referred(term) is None:
            yield file.line(term), f"There is no term -{_name(term)} in this file."
            continue
        yield from ((file.line(term), sentence) for sentence in _not_given(file, term))


def _not_given(file: PromptFile, term: ast.TermReference) -> Iterator[str]:
    """A term sees none of the values of the message that it is in."""
    given = {named.name.name for named in term.arguments.named} if term.arguments else set()
    pattern = file.referred(term)
    wanted = {reference.id.name for reference in within(pattern, ast.VariableReference)} if pattern else set()
    for name in sorted(wanted - given):
        yield f"The term -{_name(term)} says ${name}, which it is not given: a term sees no values of a call."


def _says_itself(file: PromptFile, start: ast.Pattern, pattern: ast.Pattern, seen: frozenset[int]) -> bool:
    references: list[ast.MessageReference | ast.TermReference]
    references = [*within(pattern, ast.MessageReference), *within(pattern, ast.TermReference)]
    next_ones = [other for reference in references if (other := file.referred(reference))]
    return any(
        other is start or (id(other) not in seen and _says_itself(file, start, other, seen | {id(other)}))
        for other in next_ones
    )


def _name(reference: ast.MessageReference | ast.TermReference) -> str:
    return reference.id.name + (f".{reference.attribute.name}" if reference.attribute else "")
