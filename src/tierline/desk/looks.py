"""Puts on record who looks at which facts of whose record: each fact once for as long as a look lasts, behind
the screen that shows it."""

import secrets
from collections.abc import Iterable

from tierline.calls.names import CallId, Ref
from tierline.desk.written_behind import FoundAway, Spawn, WrittenBehind
from tierline.ports.clock import Clock
from tierline.ports.store import Store
from tierline.privacy.accesses import Access, How, Look, LooksAtHand
from tierline.staff.person import Person


class Looks:
    def __init__(self, store: Store, clock: Clock, spawn: Spawn, found_away: FoundAway) -> None:
        self._clock = clock
        self._at_hand = LooksAtHand()
        self._book = WrittenBehind(store.privacy.keep, spawn, found_away)
        self.write = self._book.write
        self.settled = self._book.settled

    def seen(
        self,
        person: Person,
        call: CallId,
        fields: Iterable[str],
        *,
        matter: Ref | None = None,
        request: str | None = None,
        how: How = "seen",
    ) -> None:
        """Copying and printing are on record each time; what is seen, once in a look."""
        named = tuple(sorted({*fields}))
        if how in ("seen", "shown"):
            look = Look(person.user, call, matter, request)
            named = self._at_hand.new_in(look, named, self._clock.now())
        if named:
            access = Access(
                id=secrets.token_hex(12),
                at=self._clock.now(),
                by=person.user,
                how=how,
                call=call,
                fields=named,
                matter=matter,
                request=request,
            )
            self._book.note(access)
