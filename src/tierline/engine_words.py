"""What the engine says by itself, without this application: to a caller who rings while it is being
restarted, and to one more than we carry."""

import numpy as np
import structlog

from tierline.asterisk.engine import Engine
from tierline.ports.editions import Edition
from tierline.ports.prompts import PromptFailed
from tierline.speech import wav

log = structlog.get_logger()

PAUSE = np.zeros(wav.RATE // 2, np.int16)


async def give_words(engine: Engine, edition: Edition) -> None:
    """For as long as the engine's folder is there; again with each version of the agency."""
    first, *_ = languages = edition.agency.profile.languages
    await _say(engine, edition, "one-moment", (first,))
    await _say(engine, edition, "lines-busy", languages)


async def _say(engine: Engine, edition: Edition, name: str, languages: tuple[str, ...]) -> None:
    """In one file: nobody has chosen a language yet."""
    try:
        spoken = [await edition.prompts.speak(name, language, {}) for language in languages]
        parts = [part for said in spoken for part in (wav.read(said.sound), PAUSE)]
        wav.write(engine.settings.home / "sounds" / f"{name}.wav", np.concatenate(parts[:-1]))
    except (PromptFailed, OSError) as failed:
        log.error("the engine has no words of its own for this", prompt=name, why=str(failed))
