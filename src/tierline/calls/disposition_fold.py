"""How a disposition changes the state of its call, also after its end."""

from tierline.calls.disposition_events import Disposed
from tierline.calls.state import Call, Disposition


def with_disposition(call: Call, disposed: Disposed) -> dict[str, object]:
    """The newest of each agent."""
    by_agent = {given.agent: given for given in call.dispositions}
    by_agent[disposed.agent] = Disposition(disposed.agent, disposed.code)
    return {"dispositions": tuple(by_agent.values())}
