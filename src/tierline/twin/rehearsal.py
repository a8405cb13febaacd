"""One center of an agency on the twin: the real use cases, with everything outside in memory and a clock that
is moved by hand."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any, Self, TypeVar

from tierline.agency import Messages
from tierline.agency.bundle import version_of
from tierline.agency.files import Files
from tierline.agency.script_file import YamlScripts
from tierline.calls.events import Recorded
from tierline.calls.names import Attestation, CallId, LegId
from tierline.desk.center import Center, Find
from tierline.desk.destroying import destroy_by_schedule
from tierline.desk.following import look
from tierline.desk.operating import operate
from tierline.desk.recording import record
from tierline.ports.agency import Agency
from tierline.ports.editions import Edition, Editions
from tierline.ports.prompts import Prompts
from tierline.twin.cases import MemoryCases
from tierline.twin.clock import VirtualClock
from tierline.twin.editions import WrittenEditions
from tierline.twin.notifier import MemoryNotifier
from tierline.twin.prompts import WrittenPrompts
from tierline.twin.quiet import QuietLoop
from tierline.twin.spool import MemorySpool
from tierline.twin.store import MemoryStore
from tierline.twin.switch import TwinSwitch

T = TypeVar("T")


class Rehearsal:
    """`at` is aware. The center answers by its published hours. `find_instead` answers the flow in the
    place of the center. Close it when done, or use it with `with`."""

    def __init__(
        self,
        agency: Agency,
        messages: Messages,
        cases: MemoryCases,
        at: datetime,
        store: MemoryStore | None = None,
        find_instead: Find | None = None,
    ) -> None:
        self.agency = agency
        self.clock = VirtualClock(at)
        self.switch = TwinSwitch(self.clock.now)
        self.store = store or MemoryStore()
        self.spool = MemorySpool()
        self.cases = cases
        self.notifier = MemoryNotifier()
        self._find_instead = find_instead
        self._prompts: Prompts = WrittenPrompts(messages)
        self.editions: Editions = WrittenEditions(self.store.bundles)
        self._loop = QuietLoop(lambda: self.clock.asleep > 0)
        self._runner = asyncio.Runner(loop_factory=lambda: self._loop)
        self.start()

    def start(self) -> None:
        """A process of ours; a second `start` is one that takes over after the first was killed."""
        self.center = Center(
            edition=Edition(self.agency, self._prompts),
            switch=self.switch,
            store=self.store,
            spool=self.spool,
            clock=self.clock,
            cases=self.cases,
            editions=self.editions,
        )
        self.center.notifier = self.notifier
        self.center.script_files = YamlScripts()
        record(self.center, self.switch.recordings)
        destroy_by_schedule(self.center)
        self.center.find_instead = self._find_instead
        self._operator = self._runner.run(self._begin_to_operate())
        self.settle()

    def publish(self, files: Files) -> str:
        """As another process would, while calls are under way; the version. A bundle that cannot be used is
        published all the same."""
        version = version_of(files)
        self.do(self.store.bundles.keep(version, files))
        self.do(self.store.bundles.publish(version, at=self.clock.now(), by="a rehearsal", note=""))
        self.do(look(self.center))
        newest = self.center.in_force.newest
        self.agency, self._prompts = newest.agency, newest.prompts  # what a process would start with
        return version

    def close(self) -> None:
        self._operator.cancel()
        self._runner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """On the center's loop, until nothing that it began is still going on."""
        result = self._runner.run(work)
        self.settle()
        return result

    def timeline(self, call: CallId) -> Sequence[Recorded]:
        """What has happened to it, also while that is in the spool."""
        if self.store.away:
            spooled = (recorded for entry in self.spool.entries for recorded in entry.events)
            return [recorded for recorded in spooled if recorded.call == call]
        return self.do(self.store.timeline(call))

    def settle(self) -> None:
        self._runner.run(self._settled())

    def offer(self, number: str, caller: str | None, attestation: Attestation | None = None) -> LegId:
        """A caller rings; None is one whose number is withheld."""
        leg = self.switch.caller_dials(number, caller, attestation=attestation)
        self.settle()
        return leg

    def wait(self, *, seconds: float = 0, minutes: float = 0) -> None:
        """What plays now comes to its end first; then time passes. What begins to play meanwhile goes on."""
        until = self.clock.now() + timedelta(seconds=seconds, minutes=minutes)
        self._finish_prompts()
        while self.fire_next(until):
            pass

    def fire_next(self, until: datetime) -> bool:
        """Moves the clock to the next timer due by then. False when there is none."""
        return self.do(self._fire_next(until))

    def _finish_prompts(self) -> None:
        for leg in list(self.switch.legs):
            while leg in self.switch.legs and self.switch.playing(leg):
                self.switch.finish_playing(leg)
                self.settle()

    async def _fire_next(self, until: datetime) -> bool:
        """On the loop, where a timer begins its work."""
        return self.clock.fire_next(until)

    async def _begin_to_operate(self) -> asyncio.Task[None]:
        return asyncio.get_running_loop().create_task(operate(self.center))

    async def _settled(self) -> None:
        """Until all is done, or what is not can only go on when the clock is moved."""
        either = [asyncio.ensure_future(work) for work in (self._idle(), self._loop.all_asleep())]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        for task in either:
            task.cancel()
        await asyncio.gather(*either, return_exceptions=True)

    async def _idle(self) -> None:
        for _ in range(2):
            await self.switch.settled()
            await self.center.idle()
