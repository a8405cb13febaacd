"""What is wrong with an agency's folder, at the place where it can be mended."""

from collections.abc import Iterable

import msgspec

WHOLE_FOLDER = "."


class Problem(msgspec.Struct, frozen=True, order=True):
    """`file` is relative to the folder, with forward slashes, or `.` for the whole of it; `line` counts from
    1, and is 1 for a file that is missing. `message` is a sentence that says what is wrong, without the
    place; `rule` is what a list of findings calls it."""

    file: str
    line: int
    message: str
    rule: str = "schema"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class BadAgency(Exception):
    """The folder cannot be used; the message names files, lines and what is wrong there."""

    def __init__(self, problems: Iterable[Problem], where: str = "") -> None:
        self.problems = tuple(problems)
        super().__init__(_in_words(self.problems, where))


_TOLD = 5


def _in_words(problems: tuple[Problem, ...], where: str) -> str:
    """The first few: a command that checks lists them all."""
    told = [_at(problem, where) for problem in problems[:_TOLD]]
    more = len(problems) - len(told)
    return "\n".join([*told, f"and {more} more"] if more else told)


def _at(problem: Problem, where: str) -> str:
    if problem.file == WHOLE_FOLDER:
        return f"{where or 'the agency'}: {problem.message}"
    return f"{where}/{problem}" if where else str(problem)
