"""People in browsers of their own, at one center a module."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import BrowserType, expect, sync_playwright

from tests.browser.person import Person, person
from tests.browser.voices import write_tone
from tests.telephony.center import RunningCenter, lend_voices, prompts, running_center

__all__ = ["prompts"]

CHROMIUM = shutil.which("chromium")
WORKSPACE = Path(__file__).parents[2] / "ui" / "dist" / "index.html"
PITCHES = (453, 906, 604, 1077, 718)
"""Hertz, one for each person in order: between the notes of the hold music, far from the 480 Hz of the desk's
ring and from the keys' tones."""

Invite = Callable[[], Person]

expect.set_options(timeout=15_000)


@pytest.fixture(scope="module")
def chromium() -> Iterator[BrowserType]:
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine: install it with your package manager")
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="module")
def center(prompts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCenter]:
    assert WORKSPACE.exists(), "the workspace is not built: run 'make setup'"
    var = tmp_path_factory.mktemp("center") / "var"
    lend_voices(prompts, var)
    with running_center(var) as running:
        yield running


@pytest.fixture(scope="module")
def somebody(
    chromium: BrowserType, center: RunningCenter, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Invite]:
    """Each call is somebody else."""
    pitches = iter(PITCHES)
    folder = tmp_path_factory.mktemp("voices")
    with ExitStack() as leaving:

        def invite() -> Person:
            hertz = next(pitches)
            tone = write_tone(folder / f"{hertz}.wav", hertz)
            return leaving.enter_context(person(chromium, str(CHROMIUM), center.url, tone, hertz))

        yield invite
