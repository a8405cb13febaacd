"""Slows down whoever guesses passwords: after a few failed tries each further one has to wait longer."""

from datetime import datetime, timedelta

import msgspec

from tierline.ports.clock import Clock

_FREE_TRIES = 5
_LONGEST_WAIT_SECONDS = 300
_FORGOTTEN_AFTER = timedelta(hours=1)
_MOST_USERS = 10_000


class _Failed(msgspec.Struct, frozen=True):
    times: int
    last: datetime


class Tries:
    """Per user name, whether or not there is such a user; in memory."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failed: dict[str, _Failed] = {}

    def seconds_to_wait(self, user: str) -> int:
        """0 when a try is allowed now."""
        failed = self._failed.get(user)
        if failed is None or failed.times < _FREE_TRIES:
            return 0
        wait = min(2 ** (failed.times - _FREE_TRIES + 1), _LONGEST_WAIT_SECONDS)
        left = failed.last + timedelta(seconds=wait) - self._clock.now()
        return max(0, -int(-left.total_seconds() // 1))

    def failed(self, user: str) -> None:
        before = self._failed.pop(user, None)
        self._forget()
        self._failed[user] = _Failed(before.times + 1 if before else 1, self._clock.now())

    def not_told(self, user: str) -> None:
        """Whether the last try was right could not be looked up: it costs nothing."""
        if failed := self._failed.get(user):
            self._failed[user] = msgspec.structs.replace(failed, times=failed.times - 1)

    def succeeded(self, user: str) -> None:
        self._failed.pop(user, None)

    def _forget(self) -> None:
        """The oldest first, so that made-up names do not fill the memory."""
        since = self._clock.now() - _FORGOTTEN_AFTER
        for user in list(self._failed):
            if self._failed[user].last >= since and len(self._failed) < _MOST_USERS:
                return
            del self._failed[user]
