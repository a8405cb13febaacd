"""Says at the start where the text telephones (TTY) of callers will not be noticed."""

from collections.abc import Callable

import structlog

from tierline.asterisk.engine import Engine, EngineFailed
from tierline.asterisk.tty import hears_tty
from tierline.ports.agency import Agency

log = structlog.get_logger()


async def warn_where_tty_is_not_heard(engine: Engine, agency: Agency, say: Callable[[str], None]) -> None:
    """Where the flow has a step for such callers, and the engine is too old to tell of their tones, or does
    not say how old it is."""
    if agency.flow.tty is None:
        return
    try:
        version = await engine.version()
    except EngineFailed as failed:
        log.warning("whether text telephones are heard is not known", why=str(failed))
        return
    if not hears_tty(version):
        log.warning("text telephones are not noticed", asterisk=version, step=agency.flow.tty)
        say(not_heard(version))


def not_heard(version: str) -> str:
    return (
        f"Text telephones (TTY): Asterisk {version} does not notice them, 22.6 or newer does; "
        "nobody comes to the step that the flow has for their callers"
    )
