"""The agency's policies on who may see what of a case (`entitlements.cedar`), asked about every situation
there can be. They are written in Cedar (docs.cedarpolicy.com), which the agency's lawyers can read.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import cedarpy
import msgspec

from tierline.staff.entitlement import (
    CLASSES,
    EntitlementsFile,
    FieldClass,
    Names,
    Situation,
    Viewer,
    situations,
)

SCHEMA = """
entity Viewer = {
  "role": String, "tier": String, "employment": String, "site": String, "vendor": String,
  "grants": Set<String>
};
entity Field = { "class": String };
action see appliesTo {
  principal: [Viewer],
  resource: [Field],
  context: { "verification": String, "flags": Set<String> }
};
"""
"""What a policy may ask of. `tier` is "" for who serves no callers, `vendor` for the agency's own people; the
IVR has neither `employment` nor `site`."""

_COMMENT_OR_STRING = re.compile(r'//[^\n]*|"(?:\\.|[^"\\])*"')
_BEGINS = re.compile(r"\b(permit|forbid)\s*\(")

Allowed = Mapping[FieldClass, Names]
"""Each class that may be seen, with the policies that allow it: `policy0` is the first of the file."""


class Fault(msgspec.Struct, frozen=True):
    line: int
    message: str


def faults(policies: str, schema: str = SCHEMA) -> list[Fault]:
    """What keeps them from being used."""
    found = cedarpy.validate_policies(policies, schema).errors
    return [Fault(line_of(policies, error.policy_id), error.error) for error in found]


@lru_cache(maxsize=64)
def _asked(policies: str, sites: Names, vendors: Names, file: bytes) -> Mapping[Situation, Allowed]:
    every = list(situations(sites, vendors, msgspec.json.decode(file, type=EntitlementsFile)))
    viewers = list(dict.fromkeys(situation.viewer for situation in every))
    names = {viewer: str(nth) for nth, viewer in enumerate(viewers)}
    requests = [_request(names, situation, kind) for situation in every for kind in CLASSES]
    entities = [*(_entity(names[viewer], viewer) for viewer in viewers), *map(_field, CLASSES)]
    answers = iter(cedarpy.is_authorized_batch(requests, policies, entities, SCHEMA))
    return {situation: _allowed(answers) for situation in every}


def verdicts(
    policies: str, sites: Names, vendors: Names, file: EntitlementsFile
) -> Mapping[Situation, Allowed]:
    """By situation, all of them. `policies` have no faults."""
    return _asked(policies, sites, vendors, msgspec.json.encode(file, order="deterministic"))


def policy_lines(policies: str) -> list[int]:
    """Where each begins, from 1."""
    bare = _COMMENT_OR_STRING.sub(lambda found: " " * len(found[0]), policies)
    return [bare.count("\n", 0, found.start()) + 1 for found in _BEGINS.finditer(bare)]


def line_of(policies: str, policy: str) -> int:
    """1 where Cedar does not say which it is."""
    lines, nth = policy_lines(policies), policy.removeprefix("policy")
    return lines[int(nth)] if nth.isdigit() and int(nth) < len(lines) else 1


def _allowed(answers: Any) -> Allowed:
    of_each = [(kind, next(answers)) for kind in CLASSES]
    return {kind: frozenset(answer.diagnostics.reasons) for kind, answer in of_each if answer.allowed}


def _request(names: Mapping[Viewer, str], situation: Situation, kind: FieldClass) -> dict[str, Any]:
    return {
        "principal": f'Viewer::"{names[situation.viewer]}"',
        "action": 'Action::"see"',
        "resource": f'Field::"{kind}"',
        "context": {"verification": situation.verification, "flags": sorted(situation.flags)},
    }


def _entity(name: str, viewer: Viewer) -> dict[str, Any]:
    attributes: dict[str, str | Sequence[str]] = {
        "role": viewer.role,
        "tier": viewer.tier or "",
        "employment": viewer.employment or "",
        "site": viewer.site,
        "vendor": viewer.vendor,
        "grants": sorted(viewer.grants),
    }
    return {"uid": {"type": "Viewer", "id": name}, "attrs": attributes, "parents": []}


def _field(kind: FieldClass) -> dict[str, Any]:
    return {"uid": {"type": "Field", "id": kind}, "attrs": {"class": kind}, "parents": []}
