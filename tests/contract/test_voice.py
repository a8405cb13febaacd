"""What the center counts on from a voice, shown on the embedded one."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import numpy as np
import pytest

from tierline.ports.voice import Voice, VoiceFailed
from tierline.speech import wav
from tierline.speech.pico import PicoVoice
from tierline.speech.worker import Worker


@pytest.fixture
async def voice(tmp_path: Path) -> AsyncIterator[Voice]:
    pico = PicoVoice(tmp_path)
    yield pico
    await pico.close()


def children() -> set[int]:
    tasks = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {int(pid) for task in tasks for pid in task.read_text().split()}


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 (another process: nothing here could set an event)
            await asyncio.sleep(0.02)


def running(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False


async def test_words_become_a_telephone_wav_file_that_does_not_clip(voice: Voice) -> None:
    path = await voice.render("Thank you for calling. For English, press 1.", "en")
    samples = wav.read(path)
    assert path.is_absolute()
    assert 2 < len(samples) / wav.RATE < 8
    assert 5000 < np.abs(samples.astype(int)).max() < 32767


async def test_spanish_is_spoken_by_another_voice(voice: Voice) -> None:
    words = "Para continuar, marque 2."
    assert await voice.render(words, "es") != await voice.render(words, "en")


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "es-MX", "fr", "it"])
async def test_every_language_that_a_voice_says_it_speaks_is_spoken(voice: Voice, language: str) -> None:
    assert voice.speaks(language)
    assert len(wav.read(await voice.render("Radio, taxi, hotel.", language))) > wav.RATE


async def test_a_language_of_no_voice_is_known_before_a_caller_asks_for_it(voice: Voice) -> None:
    assert not voice.speaks("ht")


@pytest.mark.parametrize("language", ["en", "es", "fr"])
async def test_slower_words_are_another_file_about_a_third_longer(voice: Voice, language: str) -> None:
    words = "Radio, taxi, hotel, piano, animal, 1 2 3, 4 5 6."
    usual, slower = [await voice.render(words, language, slower=slow) for slow in (False, True)]
    assert 1.2 < len(wav.read(slower)) / len(wav.read(usual)) < 1.4
    assert await voice.render(words, language, slower=True) == slower
    assert await voice.render(words, language) == usual


async def test_the_same_words_give_the_same_file_made_once(voice: Voice) -> None:
    first = await voice.render("Please stay on the line.", "en")
    made = first.stat().st_mtime_ns
    assert await voice.render("  Please stay\non the line. ", "en") == first
    assert first.stat().st_mtime_ns == made


async def test_many_callers_who_wait_for_the_same_words_share_one_rendering(
    voice: Voice, tmp_path: Path
) -> None:
    paths = await asyncio.gather(*(voice.render("One moment, please.", "en") for _ in range(20)))
    assert len(set(paths)) == 1
    assert files(tmp_path) == [paths[0]]


async def test_a_caller_who_hangs_up_while_words_are_made_does_not_take_them_from_another(
    voice: Voice,
) -> None:
    words = "You are the next caller."
    gone = asyncio.create_task(voice.render(words, "en"))
    stays = asyncio.create_task(voice.render(words, "en"))
    await asyncio.sleep(0)
    gone.cancel()
    assert (await stays).exists()
    with pytest.raises(asyncio.CancelledError):
        await gone


@pytest.mark.parametrize(
    ("text", "language", "says"),
    [
        (" ", "en", "empty"),
        ("bonjou", "ht", "no voice for the language 'ht', only for en, .*record its prompts"),
        ("word " * 1000, "en", "characters; the voice takes 2000"),
        ("8" * 5000, "en", "characters"),
        ("8" * 200, "en", "too long for one word"),
    ],
)
async def test_what_cannot_be_spoken_is_refused_in_plain_words(
    voice: Voice, text: str, language: str, says: str
) -> None:
    with pytest.raises(VoiceFailed, match=says):
        await voice.render(text, language)


async def test_words_that_look_like_commands_of_the_voice_are_only_words(voice: Voice) -> None:
    plain = wav.read(await voice.render("speed level 300 hello", "en"))
    tricky = wav.read(await voice.render("<speed level 300> hello", "en"))
    assert abs(len(plain) - len(tricky)) < wav.RATE


async def test_a_full_disk_is_a_failure_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    pico = PicoVoice(tmp_path / "cache")
    with pytest.raises(VoiceFailed, match="could not say 'Hello'"):
        await pico.render("Hello", "en")
    await pico.close()


async def test_a_voice_whose_process_was_killed_speaks_again_with_another(tmp_path: Path) -> None:
    before = children()
    pico = PicoVoice(tmp_path)
    await pico.render("The first words.", "en")
    (process,) = children() - before
    os.kill(process, signal.SIGKILL)
    assert (await pico.render("The next words.", "en")).exists()
    await pico.close()
    assert children() == before


async def test_a_voice_that_hangs_is_given_up_and_replaced(tmp_path: Path) -> None:
    before = children()
    pico = PicoVoice(tmp_path, Worker("tierline.speech.pico_worker", patience=2))
    await pico.render("The first words.", "en")
    (process,) = children() - before
    os.kill(process, signal.SIGSTOP)
    with pytest.raises(VoiceFailed, match="in time"):
        await pico.render("The stuck words.", "en")
    assert (await pico.render("The next words.", "en")).exists()
    await pico.close()
    assert children() == before


async def test_a_voice_whose_process_cannot_start_fails_in_plain_words(tmp_path: Path) -> None:
    pico = PicoVoice(tmp_path, Worker("tierline.speech"))
    with pytest.raises(VoiceFailed, match="process ended"):
        await pico.render("Hello", "en")
    await pico.close()


async def test_a_voice_process_ends_by_itself_when_its_center_is_killed(tmp_path: Path) -> None:
    center = (
        "import asyncio, os, pathlib, signal, sys\n"
        "from tierline.speech.pico import PicoVoice\n"
        "async def main():\n"
        "    await PicoVoice(pathlib.Path(sys.argv[1])).render('Hello', 'en')\n"
        "    tasks = pathlib.Path('/proc/self/task').glob('*/children')\n"
        "    print(*(task.read_text() for task in tasks), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", center, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    said, _ = await killed.communicate()
    (worker,) = (int(pid) for pid in said.split())
    await until(lambda: not running(worker))
