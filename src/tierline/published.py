"""Wires what is published to the parts of a running center that need it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import structlog

from tierline.cases.nothing import NoCases
from tierline.cases.sample import SampleCaseSystem, write_cases
from tierline.cases.sample_file import BadSample, sample_from
from tierline.ports.agency import Agency
from tierline.ports.bundles import Bundles
from tierline.ports.case_system import CaseSystem
from tierline.publishing.editions import PublishedEditions
from tierline.publishing.kept import bundle_of, file_of
from tierline.speech.pico import PicoVoice
from tierline.speech.slow_recordings import SlowRecordings

log = structlog.get_logger()
Say = Callable[[str], None]


@asynccontextmanager
async def published_editions(bundles: Bundles, var: Path) -> AsyncIterator[PublishedEditions]:
    speech = var / "speech"
    voice, slow_recordings = PicoVoice(speech / "cache"), SlowRecordings(speech / "cache")
    try:
        yield PublishedEditions(bundles, voice, slow_recordings, speech)
    finally:
        await voice.close()
        await slow_recordings.close()


def progress(say: Say) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        if done == of or done % 20 == 0:
            say(f"Voices: {done} of {of} prompts ready")

    return told


async def case_system(bundles: Bundles, agency: Agency, var: Path) -> CaseSystem:
    """The sample that the agency brings, made anew at each start; one that knows nothing where it brings
    none, or none that can be read."""
    sample = await file_of(bundles, await bundle_of(bundles, agency.version), "sample-cases.yaml")
    if sample is None:
        return NoCases()
    path = var / "sample-cases.db"
    try:
        write_cases(path, sample_from(sample, "sample-cases.yaml"), agency.directory.offices)
    except (BadSample, KeyError) as unusable:
        log.error("the sample cases cannot be used: no case is known", why=str(unusable))
        return NoCases()
    return SampleCaseSystem(path)
