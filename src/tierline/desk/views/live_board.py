"""The calls going on now, for pages that are told of changes alone.

A floor of a thousand calls wakes every screen many times a second. A line is made again only when something
happened to its call, once for all screens, and each wake makes so many at the most; why a caller waits
depends on others too, and is looked at again in rotation.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.views.emergencies import AlertView, alerts
from tierline.desk.views.live_calls import LiveCall, live_call

LINES_A_WAKE = 100
"""Of each kind: two or three milliseconds of work."""


class LiveUpdate(msgspec.Struct, frozen=True, kw_only=True):
    """`reset` begins anew with what follows; `calls` are new or have changed, `gone` are over. `alerts` are
    always all that there are."""

    reset: bool
    calls: tuple[LiveCall, ...]
    gone: tuple[CallId, ...]
    alerts: tuple[AlertView, ...]


class LiveScreen:
    """An open page, and what it was not told yet."""

    def __init__(self, board: "LiveBoard") -> None:
        self._board = board
        self._begun = False
        self._alerts: tuple[AlertView, ...] = ()
        self.untold: dict[CallId, None] = {}

    @property
    def has_more(self) -> bool:
        return bool(self.untold) or self._board.behind

    def update(self) -> LiveUpdate | None:
        """What has changed since the last one, or the part of it that is ready; None for nothing."""
        self._board.refresh()
        now, told = alerts(self._board.center), [*self.untold][:LINES_A_WAKE]
        if self._begun and not told and now == self._alerts:
            return None
        for call_id in told:
            del self.untold[call_id]
        lines = {call_id: self._board.lines.get(call_id) for call_id in told}
        reset, self._begun, self._alerts = not self._begun, True, now
        return LiveUpdate(
            reset=reset,
            calls=tuple(line for line in lines.values() if line),
            gone=tuple(call_id for call_id, line in lines.items() if line is None),
            alerts=now,
        )


class LiveBoard:
    """The lines of all calls, for as long as somebody looks."""

    def __init__(self, center: Center) -> None:
        self.center = center
        self.lines: dict[CallId, LiveCall] = {}
        self._changed: dict[CallId, None] = {}
        self._waiting: dict[CallId, None] = {}
        """In the order in which they are looked at again."""
        self._screens: list[LiveScreen] = []
        center.on_call.append(self._note)

    @contextmanager
    def screen(self) -> Iterator[LiveScreen]:
        if not self._screens:  # while nobody looked nothing was kept up
            self.lines.clear()
            self._waiting.clear()
            self._changed = dict.fromkeys(self.center.calls)
        screen = LiveScreen(self)
        screen.untold = dict.fromkeys(self.lines)
        self._screens.append(screen)
        try:
            yield screen
        finally:
            self._screens.remove(screen)

    @property
    def behind(self) -> bool:
        """Whether there is more to be made than one wake makes."""
        return bool(self._changed)

    def refresh(self) -> None:
        waiting = [*self._waiting][:LINES_A_WAKE]
        for call_id in [*self._changed][:LINES_A_WAKE]:
            del self._changed[call_id]
            self._make(call_id)
        for call_id in waiting:
            self._make(call_id)

    def _note(self, call: Call) -> None:
        if self._screens:
            self._changed[call.id] = None

    def _make(self, call_id: CallId) -> None:
        call = self.center.calls.get(call_id)
        line = live_call(self.center, call) if call and not call.practice else None
        self._waiting.pop(call_id, None)
        if line and line.waits is not None:
            self._waiting[call_id] = None
        if line == self.lines.get(call_id):
            return
        if line:
            self.lines[call_id] = line
        else:
            self.lines.pop(call_id, None)
        for screen in self._screens:
            screen.untold[call_id] = None
