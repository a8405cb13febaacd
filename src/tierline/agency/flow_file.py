"""`flow.yaml` as a person writes it: the first key of a step says what it is, and that key's value is its
main part."""

import msgspec

from tierline.ivr.flow import Flow

_MAIN_PART = {
    "say": "prompts",
    "menu": "prompts",
    "collect": "kind",
    "look_up": "what",
    "queue": "tier",
    "end": "prompts",
}


def flow_from(written: object) -> Flow:
    """Raises ValueError (msgspec's ValidationError among them) for what is no flow, or leads to a step that
    there is not."""
    if not isinstance(written, dict) or not isinstance(written.get("steps"), dict):
        raise ValueError("a flow has `start`, `supervisor_key` and `steps`")
    steps = {name: _step(name, step) for name, step in written["steps"].items()}
    flow = msgspec.convert({**written, "steps": steps}, type=Flow)
    _check(flow)
    return flow


def _step(name: str, step: object) -> dict[str, object]:
    kinds = [kind for kind in _MAIN_PART if isinstance(step, dict) and kind in step]
    if not isinstance(step, dict) or len(kinds) != 1:
        raise ValueError(f"step {name}: begins with one of {', '.join(_MAIN_PART)}")
    kind = kinds[0]
    rest = {key: value for key, value in step.items() if key != kind}
    return {"step": kind, _MAIN_PART[kind]: step[kind], **rest}


def _check(flow: Flow) -> None:
    for name in flow.steps:
        for following in flow.next_steps(name) - flow.steps.keys():
            raise ValueError(f"step {name}: leads to {following}, which there is not")
    if flow.start not in flow.steps:
        raise ValueError(f"start: there is no step {flow.start}")
