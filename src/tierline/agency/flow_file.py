"""`flow.yaml` and `flows/*.yaml` as a person writes them: the first key of a step says what it is, and that
key's value is its main part."""

from collections.abc import Iterator, Mapping

import msgspec

from tierline.ivr.flow import Flow
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.ivr.steps import AnyStep

MAIN = "flow.yaml"

MAIN_PART = {
    "say": "prompts",
    "menu": "prompts",
    "choose": "kind",
    "collect": "kind",
    "look_up": "what",
    "branch": "cases",
    "do": "flow",
    "return": "outcome",
    "recording_notice": "prompts",
    "queue": "tier",
    "callback": "tier",
    "request": "kind",
    "refer": "what",
    "send": "channel",
    "end": "prompts",
}
"""What each kind of step begins with, and what that key's value is called in `ivr.steps`."""

_TARGETS = ("then", "declined", "failed", "silent", "wrong", "otherwise", "when_full")


class Misread(msgspec.Struct, frozen=True):
    """What cannot be understood, and where: `path` leads through the file's keys."""

    file: str
    path: tuple[str, ...]
    message: str


def read_flow(written: Mapping[str, object], prefixes: ReceiptPrefixes) -> tuple[Flow | None, list[Misread]]:
    """From the parsed files, by name in the agency's folder. A flow is given only when nothing was misread;
    that its steps lead somewhere is for the checker."""
    misread: list[Misread] = []
    main = written.get(MAIN)
    if not isinstance(main, dict) or not isinstance(main.get("steps"), dict):
        return None, [Misread(MAIN, (), "a flow has `start`, `answers`, `person` and `steps`")]
    steps: dict[str, AnyStep] = {}
    for file, content in written.items():
        steps |= _steps(file, content, misread)
    settings = {key: value for key, value in main.items() if key != "steps"}
    try:
        whole = {**settings, "steps": {}, "sub_flows": _sub_flows(written)}
        flow = msgspec.structs.replace(msgspec.convert(whole, type=Flow), steps=steps, prefixes=prefixes)
    except msgspec.ValidationError as invalid:
        return None, [*misread, Misread(MAIN, (), str(invalid))]
    return (None if misread else flow), misread


def step_path(name: str) -> tuple[str, tuple[str, ...]]:
    """(file, path in it) of a step by its qualified name."""
    flow, _, own = name.rpartition("/")
    return f"flows/{flow}.yaml" if flow else MAIN, ("steps", own)


def _sub_flows(written: Mapping[str, object]) -> dict[str, dict[str, str]]:
    found = {}
    for file, content in written.items():
        if file != MAIN and isinstance(content, dict):
            found[_name(file)] = {"start": _qualified(_name(file), str(content.get("start", "")))}
    return found


def _steps(file: str, content: object, misread: list[Misread]) -> dict[str, AnyStep]:
    if not isinstance(content, dict) or not isinstance(content.get("steps"), dict):
        misread.append(Misread(file, (), "a flow has `start` and `steps`"))
        return {}
    flow = "" if file == MAIN else _name(file)
    allowed = {"start", "steps"}
    if flow and (more := sorted(content.keys() - allowed)):
        misread.append(Misread(file, (more[0],), f"a sub-flow has `start` and `steps`, not `{more[0]}`"))
    steps = {}
    for own, step in content["steps"].items():
        try:
            steps[_qualified(flow, str(own))] = msgspec.convert(_step(flow, step), type=AnyStep)
        except ValueError as invalid:
            misread.append(Misread(file, ("steps", str(own)), f"step {own}: {invalid}"))
    return steps


def _step(flow: str, step: object) -> dict[str, object]:
    """As `ivr.steps` has it. Raises ValueError."""
    kinds = [kind for kind in MAIN_PART if isinstance(step, dict) and kind in step]
    if not isinstance(step, dict) or not kinds:
        raise ValueError(f"it begins with one of {', '.join(MAIN_PART)}")
    if len(kinds) > 1:
        raise ValueError(f"it is one thing, and says both {kinds[0]} and {kinds[1]}")
    kind = kinds[0]
    rest = {str(key): value for key, value in step.items() if key != kind}
    parts = {"step": kind, MAIN_PART[kind]: step[kind], **rest}
    if kind == "branch":
        parts |= _cases(step[kind])
    return {key: _with_targets(flow, key, value) for key, value in parts.items()}


def _cases(written: object) -> dict[str, object]:
    if not isinstance(written, list) or not all(isinstance(case, dict) for case in written):
        raise ValueError("a branch is a list of `{if: …, then: …}` with `{else: …}` at its end")
    last = written[-1] if written else {}
    if set(last) != {"else"}:
        raise ValueError("a branch ends with `{else: …}`, for when nothing else holds")
    if any(set(case) != {"if", "then"} for case in written[:-1]):
        raise ValueError("each case of a branch is `{if: …, then: …}`")
    cases = [{"when": case["if"], "then": case["then"]} for case in written[:-1]]
    return {"cases": cases, "otherwise": last["else"]}


def _with_targets(flow: str, part: str, value: object) -> object:
    """Steps named in a sub-flow are its own."""
    match part, value:
        case ("keys", dict()):
            return {str(key): _go(flow, go) for key, go in value.items()}
        case ("outcomes", dict()):
            return {str(outcome): _qualified(flow, str(step)) for outcome, step in value.items()}
        case ("cases", list()):
            return [{**case, "then": _qualified(flow, str(case["then"]))} for case in value]
        case (target, str()) if target in _TARGETS:
            return _qualified(flow, value)
        case _:
            return value


def _go(flow: str, go: object) -> object:
    if isinstance(go, str):
        return {"then": _qualified(flow, go)}
    if isinstance(go, dict) and isinstance(go.get("then"), str):
        return {**go, "then": _qualified(flow, go["then"])}
    return go


def _qualified(flow: str, step: str) -> str:
    return f"{flow}/{step}" if flow else step


def _name(file: str) -> str:
    return file.removeprefix("flows/").removesuffix(".yaml")


def flow_files(names: Iterator[str] | list[str]) -> list[str]:
    """Those of an agency's files that are flows, the main one first."""
    return [MAIN, *sorted(n for n in names if n.startswith("flows/") and n.endswith(".yaml"))]
