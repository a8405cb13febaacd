"""WAV files made by a process of their own, each once, however many callers wait for it."""

import asyncio
from pathlib import Path

import msgspec
import structlog

from tierline.ports.voice import VoiceFailed
from tierline.speech.messages import Answer, Failed, Request
from tierline.speech.spare_room import SpareRoom
from tierline.speech.worker import Worker, WorkerDied, WorkerHung

log = structlog.get_logger()


class Workshop:
    """`called` is the subject of its failures: "The voice". A file that the disk has no room for is made in
    the `spare` room, if there is one. `close()` ends the process that the first file started."""

    def __init__(self, worker: Worker, called: str, spare: SpareRoom | None = None) -> None:
        self._worker = worker
        self._called = called
        self._spare = spare
        self._under_way: dict[Path, asyncio.Task[Path]] = {}

    async def make(self, request: Request, what: str) -> Path:
        """The request's file, finished. `what` names the work in a failure: "say 'Welcome'". Raises
        VoiceFailed."""
        path = Path(request.path)
        if _finished(path):
            return path
        # Shielded: a caller who hangs up must not undo what another caller waits for.
        return await asyncio.shield(self._making(path, request, what))

    async def close(self) -> None:
        for task in self._under_way.values():
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        await self._worker.close()
        if self._spare:
            self._spare.close()

    def _making(self, path: Path, request: Request, what: str) -> asyncio.Task[Path]:
        if path not in self._under_way:
            task = asyncio.create_task(self._made(request, what))
            self._under_way[path] = task
            task.add_done_callback(lambda done: self._over(path, done))
        return self._under_way[path]

    def _over(self, path: Path, task: asyncio.Task[Path]) -> None:
        del self._under_way[path]
        if not task.cancelled():
            task.exception()  # seen here, since everyone who waited for it may have gone

    async def _made(self, request: Request, what: str) -> Path:
        answer = await self._answer(request, what)
        if isinstance(answer, Failed) and answer.no_room and self._spare:
            log.error("no room on the disk for a sound; it is made in memory", why=answer.why)
            try:
                place = self._spare.place(Path(request.path).name)
            except OSError as refused:
                raise VoiceFailed(f"{self._called} could not {what}: {refused}.") from refused
            if _finished(place):
                return place
            request = msgspec.structs.replace(request, path=str(place))
            answer = await self._answer(request, what)
        if isinstance(answer, Failed):
            raise VoiceFailed(f"{self._called} could not {what}: {answer.why}.")
        return Path(request.path)

    async def _answer(self, request: Request, what: str) -> Answer:
        """Raises VoiceFailed."""
        try:
            return await self._worker.ask(request)
        except WorkerHung:
            raise VoiceFailed(f"{self._called} did not {what} in time.") from None
        except WorkerDied:
            raise VoiceFailed(f"{self._called}'s process ended before it could {what}.") from None


def _finished(path: Path) -> bool:
    # A machine that lost power may keep the name of a file without its content.
    return path.exists() and path.stat().st_size > 44
