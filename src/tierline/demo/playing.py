"""Plays every scene, whatever came of the one before."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from tierline.caller.caller import Caller
from tierline.demo.scenes import answers, overseas, supervisor, tiers
from tierline.demo.score import SceneOver, Score, ScoreKeeper, Step
from tierline.demo.stage import Stage, open_stage
from tierline.speech.catalogue import Catalogue

Scene = Callable[[Stage, ScoreKeeper], Awaitable[None]]
SCENES: tuple[Scene, ...] = (
    answers.play,
    tiers.play,
    supervisor.play,
    overseas.play_file,
    overseas.play_residence,
)


async def demonstrate(
    url: str, sign_ins: Mapping[str, str], catalogue: Catalogue, tell: Callable[[Step], None]
) -> Score:
    """Raises CannotPlay, StaffRefused, NotRegistered, httpx.TransportError."""
    score = ScoreKeeper(tell)
    async with Caller(catalogue) as caller, open_stage(url, sign_ins, caller) as stage:
        for scene in SCENES:
            await _played(scene, stage, score)
    return score.score()


async def _played(scene: Scene, stage: Stage, score: ScoreKeeper) -> None:
    try:
        with suppress(SceneOver):  # the step that failed is in the score
            await scene(stage, score)
    finally:
        await stage.clear()
