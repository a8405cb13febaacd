"""Reads an agency's golden cases, strictly: a case with a slip in it would prove nothing."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from tierline.twin.folder import Folder
from tierline.twin.golden.case import Case
from tierline.twin.golden.ready import Ready, ready


class BadCases(Exception):
    """Cases that cannot be run; a line for each, with its file and name."""


def read_cases(folder: Folder) -> tuple[Ready, ...]:
    """By file and in its order. Raises BadCases, BadSample."""
    files = sorted((folder.path / "cases").glob("*.yaml"))
    if not files:
        raise BadCases(f"{folder.path / 'cases'}: holds no *.yaml file with cases")
    runnable: list[Ready] = []
    wrong: list[str] = []
    for file in files:
        for case in _cases(file, wrong):
            try:
                if any((other.file, other.case.name) == (file.name, case.name) for other in runnable):
                    raise ValueError("there are two of this name")
                runnable.append(ready(folder, file.name, case))
            except ValueError as slip:
                wrong.append(f"{file}: case “{case.name}”: {slip}")
    if wrong:
        raise BadCases("\n".join(wrong))
    return tuple(runnable)


def _cases(file: Path, wrong: list[str]) -> Iterator[Case]:
    try:
        # Every value as it is written: a number keyed 0412 is no octal, and ~ is not nothing.
        written = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes only text
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as unreadable:
        wrong.append(f"{file}: cannot be read: {' '.join(str(unreadable).split())}")
        return
    if not isinstance(written, list):
        wrong.append(f"{file}: is a list of cases, each beginning with - name:")
        return
    for place, entry in enumerate(written, start=1):
        name = entry.get("name", place) if isinstance(entry, dict) else place
        try:
            yield msgspec.convert(entry, type=Case, strict=False)
        except msgspec.ValidationError as invalid:
            wrong.append(f"{file}: case “{name}”: {invalid}")
