"""Reads an agency's golden cases, strictly: a case with a slip in it would prove nothing."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from tierline.agency.yaml_lines import Loader, line_in, repeated_keys
from tierline.twin.folder import Folder
from tierline.twin.golden.case import Case
from tierline.twin.golden.ready import Ready, ready


class BadCases(Exception):
    """Cases that cannot be run; a line for each, with its file, line and name."""


def read_cases(folder: Folder) -> tuple[Ready, ...]:
    """By file and in its order. Raises BadCases, BadSample."""
    files = sorted((folder.path / "cases").glob("*.yaml"))
    if not files:
        raise BadCases(f"{folder.path / 'cases'}: holds no *.yaml file with cases")
    runnable: list[Ready] = []
    wrong: list[str] = []
    for file in files:
        for where, case in _cases(file, wrong):
            try:
                if any((other.file, other.case.name) == (file.name, case.name) for other in runnable):
                    raise ValueError("there are two of this name")
                runnable.append(ready(folder, file.name, case))
            except ValueError as slip:
                wrong.append(f"{where}: {slip}")
    if wrong:
        raise BadCases("\n".join(wrong))
    return tuple(runnable)


def _cases(file: Path, wrong: list[str]) -> Iterator[tuple[str, Case]]:
    """(file, line and name, case) of those that can be understood."""
    try:
        text = file.read_text("utf-8")
        root = yaml.compose(text, Loader=Loader)
        # Every value as it is written: a number keyed 0412 is no octal, and ~ is not nothing.
        written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes only text
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as unreadable:
        wrong.append(f"{file}:1: cannot be read: {' '.join(str(unreadable).split())}")
        return
    if root is None or not isinstance(written, list):
        wrong.append(f"{file}:1: is a list of cases, each beginning with - name:")
        return
    wrong += [f"{file}:{line}: `{key}` is written twice" for line, key in repeated_keys(root)]
    for place, entry in enumerate(written):
        name = entry.get("name", place + 1) if isinstance(entry, dict) else place + 1
        where = f"{file}:{line_in(root, (place,))}: case “{name}”"
        try:
            yield where, msgspec.convert(entry, type=Case, strict=False)
        except msgspec.ValidationError as invalid:
            wrong.append(f"{where}: {invalid}")
