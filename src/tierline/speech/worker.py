"""One worker process behind a pipe, asked one thing at a time, and replaced when it hangs or dies."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process

import msgspec

from tierline.speech.messages import Answer, Request

START_SECONDS = 30.0

_decoder: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)


class WorkerHung(Exception):
    """No answer in time; the process was killed, the next question starts another."""


class WorkerDied(Exception):
    """The process ended instead of answering, twice."""


class Worker:
    """Runs `python -m module`. Starts with the first question; `close()` ends it."""

    def __init__(self, module: str, patience: float = 10.0) -> None:
        self._module = module
        self._patience = patience
        self._process: Process | None = None
        self._one_at_a_time = asyncio.Lock()

    async def ask(self, request: Request) -> Answer:
        """Raises WorkerHung, WorkerDied."""
        async with self._one_at_a_time:
            try:
                return await self._asked(request)
            except WorkerDied:
                # It may have been killed while idle, which is no fault of this question.
                return await self._asked(request)

    async def close(self) -> None:
        async with self._one_at_a_time:
            await self._stop(at_once=False)

    async def _asked(self, request: Request) -> Answer:
        try:
            process = self._process or await self._start()
            return await self._answer(process, msgspec.json.encode(request) + b"\n", self._patience)
        except BaseException:
            # Cancelled or failed half-way: its late answer must not be taken for the next question's.
            await self._stop(at_once=True)
            raise

    async def _start(self) -> Process:
        # A session of its own: Ctrl-C in the terminal is for the center, which then closes us.
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", self._module, stdin=PIPE, stdout=PIPE, start_new_session=True
        )
        await self._answer(self._process, b"", START_SECONDS)
        return self._process

    async def _answer(self, process: Process, question: bytes, patience: float) -> Answer:
        assert process.stdin
        assert process.stdout
        try:
            async with asyncio.timeout(patience):
                process.stdin.write(question)
                await process.stdin.drain()
                line = await process.stdout.readline()
        except TimeoutError:
            raise WorkerHung from None
        except (BrokenPipeError, ConnectionResetError):
            raise WorkerDied from None
        if not line.endswith(b"\n"):
            raise WorkerDied
        return _decoder.decode(line)

    async def _stop(self, *, at_once: bool) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin
        assert process.stdout
        if at_once and process.returncode is None:
            process.kill()
        process.stdin.close()
        # To the end of its output and not only of the process, or the pipe's transport outlives us.
        await process.stdout.read()
        await process.wait()
