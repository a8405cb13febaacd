"""The agency is published by another process while a center takes calls."""

import asyncio
import shutil
import subprocess
from pathlib import Path

from tests.sample import AGENCY
from tests.telephony.center import TIERLINE, RunningCenter
from tests.telephony.people import people_of
from tests.telephony.until import until

NEW_WORDS = "You have reached the office of lighthouses and harbors."


async def test_the_next_call_hears_what_another_process_published(
    own_center: RunningCenter, tmp_path: Path
) -> None:
    async with people_of(own_center) as people:
        said = await asyncio.to_thread(publish, own_center, changed_agency(tmp_path / "agency"))
        assert "changed  prompts/en.ftl" in said

        async def calls_begin_with_it() -> bool:
            return own_center.says("calls begin with the new version of the agency")

        await until(calls_begin_with_it, within=30)
        call = await people.dial("2025550112")
        assert (await call.until_heard("welcome", within=20)).text == NEW_WORDS


def changed_agency(folder: Path) -> Path:
    shutil.copytree(AGENCY, folder)
    prompts = folder / "prompts" / "en.ftl"
    lines = prompts.read_text().splitlines(keepends=True)
    changed = [f"welcome = {NEW_WORDS}\n" if line.startswith("welcome = ") else line for line in lines]
    assert changed != lines
    prompts.write_text("".join(changed))
    return folder


def publish(center: RunningCenter, folder: Path) -> str:
    done = subprocess.run(
        [TIERLINE, "publish", folder, "--note", "a test"],
        env=center.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
