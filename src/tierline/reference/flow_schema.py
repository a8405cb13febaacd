"""The schema of a flow as a person writes it: the first key of a step says what it is."""

from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from tierline.agency.flow_file import MAIN_PART
from tierline.ivr.conditions import Condition
from tierline.ivr.flow import Flow
from tierline.ivr.steps import AnyStep, Go, Step

Schema = dict[str, Any]

STEP = {"$ref": "#/$defs/AnyStep"}
TARGET = {"type": "string", "description": "The step that follows."}


def flow_schema() -> Schema:
    """Of `flow.yaml`."""
    settings, definitions = _components(Flow)
    written = settings["properties"]
    for read_elsewhere in ("steps", "sub_flows", "prefixes"):
        written.pop(read_elsewhere)
    settings["properties"] = {**written, "steps": _steps()}
    return {**settings, "$defs": {**definitions, **_definitions()}}


def sub_flow_schema() -> Schema:
    """Of each `flows/*.yaml`."""
    return {
        "type": "object",
        "description": "A sub-flow, which `do` walks and `return` leaves.",
        "properties": {"start": TARGET, "steps": _steps()},
        "required": ["start", "steps"],
        "additionalProperties": False,
        "$defs": _definitions(),
    }


def _steps() -> Schema:
    return {"type": "object", "additionalProperties": STEP}


def _definitions() -> Schema:
    kinds = {type_.__struct_config__.tag: type_ for type_ in get_args(AnyStep)}
    steps = {str(kind): _step(str(kind), type_) for kind, type_ in kinds.items()}
    condition, more = _components(Condition)
    go, _ = _components(Go)
    return {
        "AnyStep": {"oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in steps]},
        "Condition": condition,
        "Go": go,
        **more,
        **steps,
    }


def _step(kind: str, type_: type[Step]) -> Schema:
    schema, _ = _components(type_)
    parts = {part: of for part, of in schema["properties"].items() if part != "step"}
    main = MAIN_PART[kind]
    if kind == "branch":
        parts = {main: _cases()}
    if "keys" in parts:
        ways = [TARGET, {"$ref": "#/$defs/Go"}]
        parts["keys"] = {"type": "object", "additionalProperties": {"anyOf": ways}}
    needed = [part for part in schema["required"] if part in parts and part != main]
    return {
        "type": "object",
        "description": schema["description"],
        "properties": {kind: parts.pop(main), **parts},
        "required": [kind, *needed],
        "additionalProperties": False,
    }


def _cases() -> Schema:
    """The cases, and what else."""
    case = {"if": {"$ref": "#/$defs/Condition"}, "then": TARGET}
    return {
        "type": "array",
        "minItems": 1,
        "items": {"anyOf": [_closed(case), _closed({"else": TARGET})]},
        "contains": {"required": ["else"]},
        "maxContains": 1,
    }


def _closed(properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _components(type_: type) -> tuple[Schema, Schema]:
    """(the type itself, all that it refers to)."""
    _, definitions = msgspec.json.schema_components([type_], ref_template="#/$defs/{name}")
    own = dict(definitions.pop(type_.__name__))
    steps = {step.__name__ for step in get_args(AnyStep)} | {"Flow", "SubFlow", "Case"}
    if type_ is Condition:
        return own, {}
    unread = {*steps, "ReceiptPrefix", "ReceiptPrefixes", "Condition", "Go"}
    return own, {name: of for name, of in definitions.items() if name not in unread}
