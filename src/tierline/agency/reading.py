"""Reads an agency's files one by one, and remembers all that is wrong in them."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

import msgspec
import yaml

from tierline.agency.files import Files, in_order
from tierline.agency.problem import BadAgency, Problem
from tierline.agency.schema import schema_problems
from tierline.agency.yaml_lines import Loader, Path, line_in, repeated_keys

T = TypeVar("T")


class Unreadable(Exception):
    """The file is missing or cannot be used; why is among the problems."""


class Reading:
    """A file is read once, however often it is asked for."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self._problems: list[Problem] = []
        self._read: dict[str, Any] = {}
        self._nodes: dict[str, yaml.Node] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """By file and line."""
        return tuple(sorted(self._problems))

    def line(self, file: str, at: Path = ()) -> int:
        """From 1, of a YAML file that was read. `at` leads through its keys and places in lists."""
        node = self._nodes.get(file)
        return line_in(node, at) if node else 1

    def wrong(self, file: str, message: str, *, at: Path = (), rule: str = "schema") -> None:
        self.wrong_line(file, self.line(file, at), message, rule=rule)

    def wrong_line(self, file: str, line: int, message: str, *, rule: str) -> None:
        self._problems.append(Problem(file, line, message, rule))

    def names(self, folder: str, ending: str) -> Sequence[str]:
        """The files directly in this folder whose names end so."""
        return [
            name
            for name in in_order(self.files)
            if name.startswith(f"{folder}/") and name.endswith(ending) and name.count("/") == 1
        ]

    def text(self, file: str) -> str:
        """Raises Unreadable."""
        try:
            return self.files[file].decode()
        except KeyError:
            self.wrong(file, "there is no such file, and an agency needs it", rule="file-missing")
        except UnicodeDecodeError:
            self.wrong(file, "is not text in UTF-8", rule="file-unreadable")
        except BadAgency as unreadable:
            self._problems += unreadable.problems
        raise Unreadable(file)

    def yaml(self, file: str) -> object:
        """What is written there. Raises Unreadable."""
        text = self.text(file)
        try:
            loader = Loader(text)
            node = loader.get_single_node()
            if node is None:
                return None
            self._nodes[file] = node
            for line, key in repeated_keys(node):
                twice = f"{key} is written a second time; only one of them can count"
                self.wrong_line(file, line, twice, rule="key-twice")
            return loader.construct_document(node)
        except yaml.MarkedYAMLError as malformed:
            mark = malformed.problem_mark or malformed.context_mark
            why = malformed.problem or malformed.context
            line = mark.line + 1 if mark else 1
            self.wrong_line(file, line, f"is not YAML: {why}", rule="file-unreadable")
        except (yaml.YAMLError, ValueError) as malformed:
            self.wrong(file, f"is not YAML: {malformed}", rule="file-unreadable")
        raise Unreadable(file)

    def struct(self, file: str, type_: type[T]) -> T:
        """Raises Unreadable."""
        return self.once(file, lambda: self._struct(file, type_))

    def once(self, file: str, read: Callable[[], T]) -> T:
        """What `read` returned or raised the first time. Raises Unreadable."""
        if file not in self._read:
            try:
                self._read[file] = read()
            except Unreadable as unreadable:
                self._read[file] = unreadable
        known = self._read[file]
        if isinstance(known, Unreadable):
            raise known
        return cast(T, known)

    def _struct(self, file: str, type_: type[T]) -> T:
        written = self.yaml(file)
        try:
            return msgspec.convert(written, type=type_, strict=True)
        except (msgspec.ValidationError, ValueError):
            for path, message in schema_problems(written, type_):
                rule = "hours-unusable" if "hours" in path else "schema"
                self.wrong(file, f"{_place(path)}{message}", at=path, rule=rule)
        raise Unreadable(file)

    def struct_or(self, file: str, type_: type[T], otherwise: T) -> T:
        """`otherwise` where an agency has no such file. Raises Unreadable."""
        return self.struct(file, type_) if file in self.files else otherwise


def _place(path: Path) -> str:
    """ "offices[3].hours: "."""
    inside = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return f"{inside.removeprefix('.')}: " if inside else ""
