"""What an agent is once a reservation or a wrap-up is over: ready again, unless something else was asked for
meanwhile, or the presentation says that they are not there."""

from typing import Literal

from msgspec.structs import replace

from tierline.acd import duty as acd
from tierline.acd.duty import Outcome
from tierline.calls.names import AgentId
from tierline.desk import disposing
from tierline.desk.center import Center
from tierline.desk.ending_duty import end_duty
from tierline.staff.work_states import MISSED_CALLS, NOT_REACHABLE, REJECTED

_WHY_NOT_READY: dict[Outcome, str] = {"rejected": REJECTED, "failed": NOT_REACHABLE}


def not_taken(center: Center, agent: AgentId, outcome: Outcome) -> None:
    """A presentation came to nothing, if the agent is still there for it."""
    if center.floor.state(agent).name != "reserved":
        return
    if center.floor.duty(agent).practising:
        go_on(center, agent)
        return
    duty = acd.not_taken(center.floor.duty(agent), outcome)
    center.floor.change(duty)
    why = _WHY_NOT_READY.get(outcome)
    if outcome == "timed_out" and duty.missed >= center.agency.work_states.missed_calls:
        why = MISSED_CALLS
    free(center, agent, "not_ready" if why else "ready", why)


def free(
    center: Center, agent: AgentId, state: Literal["ready", "not_ready"], reason: str | None = None
) -> None:
    """Of the reservation, if the agent is still there for it."""
    if center.floor.state(agent).name != "reserved":
        return
    if state == "ready" or center.floor.duty(agent).afterwards:
        go_on(center, agent)
    else:
        center.floor.put(agent, state, reason=reason)


def go_on(center: Center, agent: AgentId) -> None:
    """To what the agent or a supervisor asked for in mid-call, else ready. To be followed by `distribute`."""
    disposing.none_given(center, agent)
    center.cancel(agent)
    wanted = center.floor.duty(agent).afterwards
    if wanted is None:
        center.floor.put(agent, "ready")
    elif wanted.signs_out:
        end_duty(center, agent, by=wanted.by, why=wanted.why)
    else:
        forget(center, agent)
        center.floor.put(agent, "not_ready", reason=wanted.reason, by=wanted.by, why=wanted.why)


def forget(center: Center, agent: AgentId) -> None:
    """What was to come afterwards has come, or is not wanted any more."""
    center.floor.change(replace(center.floor.duty(agent), afterwards=None))
