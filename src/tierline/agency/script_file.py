"""A script as a YAML file of `scripts/`."""

import re
from datetime import date, datetime
from typing import Any

import msgspec
import yaml

from tierline.agency.reading import Reading, Unreadable
from tierline.ports.script_files import BadScriptFile, ScriptFiles
from tierline.scripts.script import Script

_SCHEMA = "# yaml-language-server: $schema=../../../docs/reference/schema/script.schema.json\n"
_ORDER = (
    "id",
    "version",
    "titles",
    "texts",
    "steps",
    "variables",
    "topics",
    "cases",
    "allowed_tiers",
    "next",
)
"""As people read it; what is left comes after."""
_FILE = "the file"
_UNSAFE = re.compile(r"[^\w-]")
"""In a file's name: an id is the agency's, and may be anything."""


class YamlScripts(ScriptFiles):
    def read(self, text: str) -> Script:
        reading = Reading({_FILE: text.encode()})
        try:
            script = reading.struct(_FILE, Script)
        except Unreadable as unreadable:
            problem, *_ = reading.problems
            raise BadScriptFile(f"line {problem.line}: {problem.message}") from unreadable
        if reading.problems:
            problem, *_ = reading.problems
            raise BadScriptFile(f"line {problem.line}: {problem.message}")
        return script

    def name(self, script: Script) -> str:
        return f"scripts/{_UNSAFE.sub('-', script.id)}.yaml"

    def write(self, script: Script) -> str:
        told = _said(msgspec.to_builtins(script, builtin_types=(datetime, date)))
        ordered = {name: told[name] for name in (*_ORDER, *told) if name in told}
        return _SCHEMA + yaml.safe_dump(ordered, sort_keys=False, allow_unicode=True, width=110)


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    """Without what says nothing."""
    kept = {name: value for name, value in fields.items() if value not in (None, (), [], {})}
    if "steps" in kept:
        kept["steps"] = [_said(step) for step in kept["steps"]]
    return kept
