"""What callers keyed and said, besides what is on record of it: sensitive values that are in memory
alone, and those that a call knows without asking the database."""

import secrets
from collections.abc import Iterable, Mapping

from tierline.calls.names import CallId, Ref
from tierline.calls.state import Call
from tierline.ports.store import Store, Value


def new_value(kind: str, value: str) -> Value:
    return Value(Ref(f"{kind}-{secrets.token_hex(8)}"), kind, value)


class Values:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: dict[CallId, dict[str, str]] = {}
        self._known: dict[CallId, dict[Ref, str]] = {}

    def hold(self, call: CallId, kind: str, value: str) -> None:
        """A sensitive value: in memory alone, until released or the call ends."""
        self._held.setdefault(call, {})[kind] = value

    def release(self, call: CallId, kinds: Iterable[str]) -> None:
        """What was held of these kinds has been used."""
        for kind in kinds:
            self._held.get(call, {}).pop(kind, None)

    def forget(self, call: CallId) -> None:
        """What was held: the caller has hung up."""
        self._held.pop(call, None)

    def over(self, call: CallId) -> None:
        """The call, and with it what was remembered of it."""
        self._known.pop(call, None)

    def remember(self, call: CallId, values: Mapping[Ref, str]) -> None:
        """For as long as the call lasts, so that it can go on without the database."""
        self._known.setdefault(call, {}).update(values)

    async def entered(self, call: Call, kind: str) -> str | None:
        """What the caller keyed last of this kind. Raises StoreAway."""
        if held := self._held.get(call.id, {}).get(kind):
            return held
        ref = call.entered(kind)
        return await self.kept(call, ref) if ref else None

    async def kept(self, call: Call, ref: Ref) -> str | None:
        """The value that this reference of the call stands for, also while it is not written yet. Raises
        StoreAway."""
        known = self._known.get(call.id, {})
        return known[ref] if ref in known else (await self._store.values([ref])).get(ref)
