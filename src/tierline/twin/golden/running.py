"""Runs golden cases."""

from collections.abc import Iterable, Iterator

import msgspec

from tierline.twin.folder import Folder
from tierline.twin.golden.judging import failures
from tierline.twin.golden.ready import Ready
from tierline.twin.walk import Walked, walk


class Result(msgspec.Struct, frozen=True):
    """`failures` are sentences; none when the case passed."""

    ready: Ready
    walked: Walked
    failures: list[str]

    @property
    def passed(self) -> bool:
        return not self.failures


def run(folder: Folder, cases: Iterable[Ready]) -> Iterator[Result]:
    for ready in cases:
        walked = walk(folder, ready.scenario)
        yield Result(ready, walked, failures(ready.case, walked))
