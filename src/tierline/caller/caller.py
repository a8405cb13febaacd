"""Owns the SIP stack of this process (there can be only one) and the telephones in it."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self

import baresip

from tierline.caller.call import ScriptedCall
from tierline.caller.listening import Listener
from tierline.caller.phone import Phone
from tierline.ports.switch import SipLogin
from tierline.speech.catalogue import Catalogue

_PACKET = 0.02
"""Seconds of audio in a packet, and between two exchanges with the stack."""


class NotAnswered(Exception):
    """The other side did not take the call; the message says why."""


class NotRegistered(Exception):
    """The center refused the phone; the message says why."""


class Caller:
    """`async with Caller(catalogue) as caller`. The catalogue names what it hears; without one, nothing is.

    `interface`: the local address to call from; None chooses by the way to the callee, never loopback.
    `listen`: the port (UDP and TCP) at which `telephone`s are rung, as a carrier's line ends; any, if None.
    """

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        *,
        interface: str | None = "127.0.0.1",
        listen: int | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._interface = interface
        self._listen = f"sip_listen {interface}:{listen}" if listen else ""
        self._runtime = baresip.Runtime(native_log_level="error")
        self._lines: dict[str, baresip.UserAgent] = {}
        self._phones: list[Phone] = []
        self._calls: list[ScriptedCall] = []
        self._exchanging: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self._runtime.start(
            baresip.Config(
                net_interface=self._interface,
                max_concurrent_calls=None,
                native_log_level="error",
                extra_config_text=self._listen,
            )
        )
        Listener(self._catalogue).learn()  # before any call: meanwhile nobody would take what it receives
        self._exchanging = asyncio.create_task(self._exchange())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(phone.close() for phone in self._phones))
        await asyncio.gather(*(call.hang_up() for call in self._calls if not call.ended.is_set()))
        for phone in self._phones:
            with suppress(baresip.BaresipError):  # the engine may be gone
                await phone.unregister()
        if self._exchanging:
            self._exchanging.cancel()
            await asyncio.gather(self._exchanging, return_exceptions=True)
        await self._runtime.close()

    async def dial(self, uri: str, *, from_user: str = "caller", within: float = 30) -> ScriptedCall:
        """Returns when answered. `from_user` is the number shown to the center. Raises NotAnswered."""
        try:
            line = self._lines.get(from_user) or await self._line(from_user)
            call, ringing = await self._ring(line, uri)
            await ringing.wait_established(within)
        except (baresip.BaresipError, ValueError) as error:
            raise NotAnswered(f"{uri}: {error}") from None
        return call

    async def register(self, login: SipLogin, *, auto_answer: bool = False) -> Phone:
        """A phone at the center's engine. Raises NotRegistered."""
        account = baresip.Account(
            user=login.user, domain=login.registrar, password=login.password, reg_interval=60
        )
        agent = await baresip.UserAgent.create(self._runtime, account, transfer_policy="reject")
        phone = Phone(agent, self._take, auto_answer=auto_answer)
        try:
            await agent.register()
        except baresip.BaresipError as error:
            raise NotRegistered(f"{login.user}: {error}") from None
        self._phones.append(phone)
        return phone

    async def telephone(self, number: str) -> Phone:
        """A telephone of the network, rung by whoever sends calls for its number to our port."""
        phone = Phone(await self._line(number), self._take, auto_answer=False)
        self._phones.append(phone)
        return phone

    async def _ring(self, line: baresip.UserAgent, uri: str) -> tuple[ScriptedCall, baresip.Call]:
        # The library loses what comes before `dial` has returned: it knows no such call yet. An answer may.
        early: list[baresip.StackEvent] = []
        hear = early.append
        self._runtime.subscribe(hear)
        try:
            ringing = await line.dial(uri)
        finally:
            self._runtime.unsubscribe(hear)
        call = self._take(ringing)
        for event in early:
            ringing._on_stack_event(event)  # which passes over those of other calls
        return call, ringing

    async def _line(self, user: str) -> baresip.UserAgent:
        # The stack keeps an account for good once it is made: one for each number that calls.
        account = baresip.Account(
            user=user, domain=self._interface or "tierline.invalid", password="", reg_interval=0
        )
        self._lines[user] = await baresip.UserAgent.create(self._runtime, account, transfer_policy="reject")
        return self._lines[user]

    def _take(self, call: baresip.Call) -> ScriptedCall:
        scripted = ScriptedCall(call, Listener(self._catalogue))
        self._calls.append(scripted)
        return scripted

    async def _exchange(self) -> None:
        while True:
            for call in self._calls:
                call.exchange()
            self._calls = [call for call in self._calls if not call.ended.is_set()]
            await asyncio.sleep(_PACKET)
