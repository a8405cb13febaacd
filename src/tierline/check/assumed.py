"""Which ways of a branch a call can take while every tier is open, staffed and not closed."""

from tierline.ivr.conditions import Condition
from tierline.ivr.steps import Branch


def could_hold(branch: Branch, by: str, language: str) -> bool:
    """Whether a caller in this language can leave the branch that way. What is not assumed may be so or
    not."""
    for nth, case in enumerate(branch.cases, 1):
        holds = _holds(case.when, language)
        if by == f"case {nth}":
            return holds is not False
        if holds:
            return False
    return True


def _holds(condition: Condition, language: str) -> bool | None:
    """None where it depends on more than is assumed."""
    told: list[bool | None] = []
    if condition.open is not None or condition.staffed is not None:
        told.append(True)
    if condition.closure is not None:
        told.append(False)
    if condition.holiday is not None:
        told.append(not condition.holiday)
    if condition.language is not None:
        told.append(language in condition.language)
    if condition.unless is not None:
        unless = _holds(condition.unless, language)
        told.append(None if unless is None else not unless)
    other = (
        condition.verification,
        condition.has,
        condition.waiting,
        condition.full,
        condition.relay,
        condition.called,
    )
    if any(part is not None for part in other):
        told.append(None)
    if False in told:
        return False
    return None if None in told else True
