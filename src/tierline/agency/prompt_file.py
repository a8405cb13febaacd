"""One file of prompts as Fluent's own syntax tree, with the lines to point at."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tierline.spoken.language import UnknownLanguage, locale_of

N = TypeVar("N", bound=ast.BaseNode)
E = TypeVar("E", ast.Message, ast.Term)
Entry = ast.Message | ast.Term


class PromptFile:
    """`name` is relative to the agency's folder. `unreadable` says why the whole file is of no use; it has no
    entries then."""

    def __init__(self, name: str, read: Callable[[], bytes]) -> None:
        self.name = name
        self.language = PurePosixPath(name).stem
        self.unreadable: str | None = None
        self._source = ""
        try:
            locale_of(self.language)
            self._source = read().decode()
        except UnknownLanguage as unknown:
            self.unreadable = f"The file's name is its language, but {unknown}"
        except (OSError, UnicodeDecodeError) as refused:
            self.unreadable = f"The file cannot be read as UTF-8 text ({refused})."
        self.resource = FluentParser().parse(self._source)
        self.messages = _first(self.entries(ast.Message))
        self.terms = _first(self.entries(ast.Term))

    def entries(self, type_: type[N]) -> list[N]:
        """In the order of the file, with those that come again."""
        return [entry for entry in self.resource.body if isinstance(entry, type_)]

    def line(self, node: ast.SyntaxNode) -> int:
        """From 1."""
        return self.line_at(node.span.start) if node.span else 1

    def line_at(self, offset: int) -> int:
        return self._source.count("\n", 0, offset) + 1

    def referred(self, reference: ast.MessageReference | ast.TermReference) -> ast.Pattern | None:
        """What a `{ reference }` stands for; None if there is nothing of the name."""
        of: dict[str, ast.Message] | dict[str, ast.Term]
        of = self.messages if isinstance(reference, ast.MessageReference) else self.terms
        entry = of.get(reference.id.name)
        if entry is None or reference.attribute is None:
            return entry.value if entry else None
        return attributes(entry).get(reference.attribute.name)


def attributes(entry: Entry) -> dict[str, ast.Pattern]:
    return {attribute.id.name: attribute.value for attribute in entry.attributes}


def within(node: ast.BaseNode, type_: type[N]) -> Iterator[N]:
    """Every node of the type in this one, itself included, in the order of the text."""
    found: list[N] = []

    class Finder(Visitor):
        def generic_visit(self, node: ast.BaseNode) -> None:
            if isinstance(node, type_):
                found.append(node)
            super().generic_visit(node)

    Finder().visit(node)
    yield from found


def _first(entries: list[E]) -> dict[str, E]:
    """Fluent goes by the first of a name."""
    return {entry.id.name: entry for entry in reversed(entries)}
