"""The emergencies that no supervisor has taken note of yet, also in calls that are over."""

from collections.abc import Sequence

from tierline.calls.names import CallId
from tierline.calls.state import Call


class Alerts:
    def __init__(self) -> None:
        self._calls: dict[CallId, Call] = {}

    @property
    def calls(self) -> Sequence[Call]:
        """Newest first."""
        return sorted(self._calls.values(), key=lambda call: (_since(call), call.id), reverse=True)

    def of(self, call_id: CallId) -> Call | None:
        return self._calls.get(call_id)

    def take(self, call: Call) -> None:
        """As it stands now."""
        if call.alert:
            self._calls[call.id] = call
        else:
            self._calls.pop(call.id, None)


def _since(call: Call) -> float:
    return call.emergency.since.timestamp() if call.emergency else 0.0
