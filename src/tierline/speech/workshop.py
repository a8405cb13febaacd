"""WAV files made by a process of their own, each once, however many callers wait for it."""

import asyncio
from pathlib import Path

from tierline.ports.voice import VoiceFailed
from tierline.speech.messages import Failed, Request
from tierline.speech.worker import Worker, WorkerDied, WorkerHung


class Workshop:
    """`called` is the subject of its failures: "The voice". `close()` ends the process that the first file
    started."""

    def __init__(self, worker: Worker, called: str) -> None:
        self._worker = worker
        self._called = called
        self._under_way: dict[Path, asyncio.Task[None]] = {}

    async def make(self, request: Request, what: str) -> Path:
        """The request's file, finished. `what` names the work in a failure: "say 'Welcome'". Raises
        VoiceFailed."""
        path = Path(request.path)
        if not _finished(path):
            # Shielded: a caller who hangs up must not undo what another caller waits for.
            await asyncio.shield(self._making(path, request, what))
        return path

    async def close(self) -> None:
        for task in self._under_way.values():
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        await self._worker.close()

    def _making(self, path: Path, request: Request, what: str) -> asyncio.Task[None]:
        if path not in self._under_way:
            task = asyncio.create_task(self._made(request, what))
            self._under_way[path] = task
            task.add_done_callback(lambda done: self._over(path, done))
        return self._under_way[path]

    def _over(self, path: Path, task: asyncio.Task[None]) -> None:
        del self._under_way[path]
        if not task.cancelled():
            task.exception()  # seen here, since everyone who waited for it may have gone

    async def _made(self, request: Request, what: str) -> None:
        try:
            answer = await self._worker.ask(request)
        except WorkerHung:
            raise VoiceFailed(f"{self._called} did not {what} in time.") from None
        except WorkerDied:
            raise VoiceFailed(f"{self._called}'s process ended before it could {what}.") from None
        if isinstance(answer, Failed):
            raise VoiceFailed(f"{self._called} could not {what}: {answer.why}.")


def _finished(path: Path) -> bool:
    # A machine that lost power may keep the name of a file without its content.
    return path.exists() and path.stat().st_size > 44
