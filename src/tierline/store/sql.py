"""The Store over SQL."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from tierline.acd.agents import AgentState
from tierline.acd.duty import Duty
from tierline.calls.events import Answered, Recorded
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import AgentId, CallId, Ref
from tierline.calls.state import Call
from tierline.calls.walk import Walk
from tierline.ports.bundles import Bundles
from tierline.ports.store import Change, Conflict, Credential, RequestChange, Store
from tierline.requests.events import RequestRecorded
from tierline.requests.request import ServiceRequest
from tierline.store import duties as kept_duties
from tierline.store import fence, histories, outbox, people, requests, rows, vault, walks
from tierline.store import tables as t
from tierline.store.bundles import SqlBundles
from tierline.store.database import Database
from tierline.store.keyring import Keyring, Opened
from tierline.store.master_key import MasterKeys
from tierline.store.personal_data import SqlPersonalData
from tierline.store.privacy_records import SqlPrivacyRecords
from tierline.store.script_library import SqlScriptLibrary


class SqlStore(Store):
    def __init__(self, database: Database) -> None:
        self._database = database
        self._keys = database.keys
        self.bundles: Bundles = SqlBundles(database)
        self.library = SqlScriptLibrary(database)
        self.privacy = SqlPrivacyRecords(database)
        self.personal_data = SqlPersonalData(database)

    @classmethod
    def at(cls, where: Path | str, masters: MasterKeys | None = None) -> "SqlStore":
        """A database file (made if need be) or `sqlite:///…`, opened by whoever uses it first."""
        return cls(Database.at(where, masters))

    @classmethod
    async def open(cls, where: Path | str) -> "SqlStore":
        """The same, brought to this version's schema. Raises StoreAway, NotDurable, SchemaTooNew,
        MasterKeyUnusable."""
        store = cls.at(where)
        try:
            await store._database.prepare()
        except BaseException:
            await store.close()
            raise
        return store

    async def close(self) -> None:
        await self._database.close()

    async def rewrap(self) -> int:
        """All keys are wrapped by the first of the master keys; how many. May be broken off and begun
        again."""
        after, wrapped = "", 0
        while page := await self._database.write(partial(self._keys.rewrap, after=after)):
            after, wrapped = page[-1], wrapped + len(page)
        return wrapped

    async def take_over(self) -> int:
        return await self._database.write(fence.take_over)

    async def commit(self, change: Change) -> None:
        made = await self._database.write(lambda connection: _commit(connection, self._keys, change))
        self._keys.remember(made)
        if change.call.ended_at:
            self._keys.forget(change.call.id)

    async def commit_all(self, changes: Sequence[Change]) -> Sequence[Conflict | None]:
        # The writer takes those that wait into one transaction, and a conflict of one is none of the others.
        outcomes = await asyncio.gather(*map(self.commit, changes), return_exceptions=True)
        for outcome in outcomes:
            if outcome is not None and not isinstance(outcome, Conflict):
                raise outcome
        return [outcome if isinstance(outcome, Conflict) else None for outcome in outcomes]

    async def call(self, call: CallId) -> Call | None:
        found = await self._calls(sa.select(t.calls).where(t.calls.c.id == call))
        return found[0] if found else None

    async def open_calls(self) -> Sequence[Call]:
        return await self._calls(STILL_OPEN.order_by(t.calls.c.arrived_at, t.calls.c.id))

    async def calls_with_alert(self) -> Sequence[Call]:
        alerts = sa.select(t.calls).where(t.calls.c.alert.is_(True))
        return await self._calls(alerts.order_by(t.calls.c.arrived_at, t.calls.c.id))

    async def calls_awaiting_contact(self) -> Sequence[Call]:
        waiting = sa.select(t.calls).where(t.calls.c.awaits_contact.is_(True))
        return await self._calls(waiting.order_by(t.calls.c.arrived_at, t.calls.c.id))

    async def recent_calls(self, limit: int) -> Sequence[Call]:
        return await self._calls(_NEWEST_FIRST.where(t.calls.c.practice.is_(None)).limit(limit))

    async def practice_calls(self, limit: int, agent: AgentId | None = None) -> Sequence[Call]:
        practice = t.calls.c.practice
        whose = practice.is_not(None) if agent is None else practice == agent
        return await self._calls(_NEWEST_FIRST.where(whose).limit(limit))

    async def who_served(self, caller: str, since: datetime, limit: int) -> Sequence[AgentId]:
        answered = histories.answered_for(await self._mark(caller), since, limit)
        found = [rows.event_of(row).event for row in await self._all(answered)]
        return tuple(dict.fromkeys(event.agent for event in found if isinstance(event, Answered)))

    async def unanswered(self, since: datetime) -> Sequence[Recorded]:
        return [rows.event_of(row) for row in await self._all(histories.without_script(since))]

    async def reviews(self, since: datetime) -> Sequence[Recorded]:
        return [rows.event_of(row) for row in await self._all(histories.of_reviews(since))]

    async def timeline(self, call: CallId) -> Sequence[Recorded]:
        async with self._database.reading() as connection:
            return await histories.timeline(connection, call)

    async def walks(self, since: datetime, until: datetime) -> AsyncIterator[Walk]:
        async with self._database.reading() as connection:
            async for walk in walks.told(connection, since, until):
                yield walk

    async def values(self, refs: Sequence[Ref]) -> dict[Ref, str]:
        found = await self._all(vault.wanted(refs))
        if len(found) < _MANY:
            return vault.opened(self._keys, found)
        return await asyncio.to_thread(vault.opened, self._keys, found)

    async def refs_of(self, value: str) -> dict[Ref, CallId]:
        found = await self._all(people.refs_of(await self._mark(value)))
        return {Ref(row.ref): CallId(row.call) for row in found}

    async def next_request_serial(self) -> int:
        # A change of its own: a number whose request then fails is skipped, never given again.
        return await self._database.write(requests.next_serial)

    async def commit_request(self, change: RequestChange) -> None:
        await self._database.write(lambda connection: requests.keep(connection, self._keys, change))

    async def request(self, number: str) -> ServiceRequest | None:
        found = await self._requests(requests.by_number(number))
        return found[0] if found else None

    async def request_history(self, number: str) -> Sequence[RequestRecorded]:
        async with self._database.reading() as connection:
            return await requests.history(connection, number)

    async def request_by_key(self, key: str) -> ServiceRequest | None:
        found = await self._requests(requests.by_key(key))
        return found[0] if found else None

    async def requests_about(self, receipt: str) -> Sequence[ServiceRequest]:
        return await self._requests(requests.about(await self._mark(receipt)))

    async def requests_at(self, office: str) -> Sequence[ServiceRequest]:
        return await self._requests(requests.at_office(office))

    async def messages(self, call: CallId) -> Sequence[OutboxMessage]:
        return [rows.message_of(row) for row in await self._all(outbox.of_call(call))]

    async def queued_messages(self) -> Sequence[OutboxMessage]:
        return [rows.message_of(row) for row in await self._all(outbox.queued())]

    async def count_messages(self, to: str, since: datetime) -> int:
        [row] = await self._all(outbox.count(await self._mark(to), since))
        return int(row[0])

    async def put_off_message(self, message: OutboxMessage) -> None:
        await self._database.write(lambda connection: outbox.keep(connection, [message]))

    async def credential(self, user: str) -> Credential | None:
        found = await self._all(sa.select(t.credentials).where(t.credentials.c.user == user))
        return Credential(found[0].user, found[0].password_hash) if found else None

    async def set_credential(self, credential: Credential) -> None:
        c = t.credentials
        new = sa.insert(c).values(user=credential.user, password_hash=credential.password_hash)
        await self._write(sa.delete(c).where(c.c.user == credential.user), new)

    async def open_session(self, token_hash: str, user: str, until: datetime, now: datetime) -> None:
        opened = sa.insert(t.sessions).values(token_hash=token_hash, user=user, until=until)
        await self._write(sa.delete(t.sessions).where(t.sessions.c.until <= now), opened)

    async def session(self, token_hash: str, now: datetime) -> AgentId | None:
        s = t.sessions.c
        found = await self._all(sa.select(s.user).where(s.token_hash == token_hash, s.until > now))
        return AgentId(found[0].user) if found else None

    async def close_session(self, token_hash: str) -> None:
        closed = sa.delete(t.sessions).where(t.sessions.c.token_hash == token_hash)
        await self._write(closed)

    async def close_sessions(self, user: str, *, but: str | None = None) -> None:
        s = t.sessions.c
        await self._write(sa.delete(t.sessions).where(s.user == user, s.token_hash != (but or "")))

    async def keep_duties(self, duties: Sequence[Duty]) -> None:
        await self._database.write(lambda connection: kept_duties.keep(connection, duties))

    async def duties(self) -> Sequence[Duty]:
        return [kept_duties.duty_of(row) for row in await self._all(kept_duties.all_of_them())]

    async def states_of(self, agent: AgentId, since: datetime) -> Sequence[AgentState]:
        return [kept_duties.state_of(row) for row in await self._all(kept_duties.states(agent, since))]

    async def _mark(self, value: str) -> bytes:
        await self._database.prepare()
        return self._keys.mark(value)

    async def _write(self, *statements: sa.Executable) -> None:
        def work(connection: sa.Connection) -> None:
            for statement in statements:
                connection.execute(statement)

        await self._database.write(work)

    async def _all(self, select: sa.Select[*tuple[Any, ...]]) -> Sequence[sa.Row[Any]]:
        async with self._database.reading() as connection:
            return (await connection.execute(select)).all()

    async def _calls(self, select: sa.Select[*tuple[Any, ...]]) -> list[Call]:
        async with self._database.reading() as connection:
            found = (await connection.execute(select)).all()
            return [await histories.as_it_stands(connection, row) for row in found]

    async def _requests(self, select: sa.Select[*tuple[Any, ...]]) -> list[ServiceRequest]:
        async with self._database.reading() as connection:
            found = (await connection.execute(select)).all()
            return [await requests.as_it_stands(connection, row) for row in found]


_MANY = 100
"""Values to open at once: more take milliseconds, for which the event loop is not to stand still."""
STILL_OPEN = sa.select(t.calls).where(t.calls.c.ended_at.is_(None))
"""By the moment, which has an index; the phase says the same."""
# Made once: to make them anew for each change took half of its time.
_NEWEST_FIRST = sa.select(t.calls).order_by(t.calls.c.arrived_at.desc(), t.calls.c.id.desc())
_OF: sa.BindParameter[str] = sa.bindparam("of")
_FROM_BEFORE = sa.update(t.calls).where(t.calls.c.id == _OF, t.calls.c.seq == sa.bindparam("before"))
_RESERVED = sa.select(t.reservations.c.agent).where(t.reservations.c.call == _OF)
_FREED = sa.delete(t.reservations).where(t.reservations.c.call == _OF)


def _commit(connection: sa.Connection, keys: Keyring, change: Change) -> dict[str, Opened]:
    """The keys of its values, by record."""
    if change.epoch:
        fence.refuse_superseded(connection, change.epoch)
    _advance(connection, change)
    _reserve(connection, change)
    _add(connection, t.call_events, [rows.of_event(r) for r in change.events])
    opened = vault.keep(connection, keys, change)
    histories.note_answers(connection, change)
    for of_request in change.requests:
        requests.keep(connection, keys, of_request)
    outbox.keep(connection, change.messages)
    if walks.settles(change):
        walks.keep(connection, change.call, histories.history(connection, change.call.id))
    return opened


def _advance(connection: sa.Connection, change: Change) -> None:
    """The state row, from exactly the event before this change's first."""
    call, before = change.call, change.follows
    if before == 0:
        connection.execute(sa.insert(t.calls), rows.of_call(call))
        return
    moved = connection.execute(_FROM_BEFORE, {"of": call.id, "before": before, **rows.of_call(call)})
    if moved.rowcount != 1:
        raise Conflict(f"call {call.id} does not stand at event {before} any more")


def _reserve(connection: sa.Connection, change: Change) -> None:
    """Nothing is done for a reservation that goes on: whoever notes what happens meanwhile need not be who
    made it."""
    call = change.call
    agent = call.reservation.agent if call.reservation else None
    if agent == connection.scalar(_RESERVED, {"of": call.id}):
        return
    connection.execute(_FREED, {"of": call.id})
    if agent:
        live = {"call": call.id, "agent": agent, "epoch": change.epoch}
        connection.execute(sa.insert(t.reservations), live)


def _add(connection: sa.Connection, table: sa.Table, new: Sequence[rows.Fields]) -> None:
    if new:
        connection.execute(sa.insert(table), new)
