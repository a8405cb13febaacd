"""Programs that only tests need, from Debian. Where they cannot be had, what needs them is left out, and
said."""

import shutil

from setup.debian_install import install, may_install
from setup.progress import SetupError, say

PROGRAMS = {
    "chromium": "the browser tests drive it",
    "git": "the conformance tests ask it which commit this is",
}


def provide_programs() -> None:
    for program, why in PROGRAMS.items():
        if shutil.which(program) is None:
            _provide(program, why)


def _provide(program: str, why: str) -> None:
    try:
        if may_install():
            return install(program, why=why)
    except SetupError as e:
        say(str(e))
    say(
        f"setup: there is no {program} here and no way to install it; {why}: those tests are LEFT OUT. "
        f"`apt-get install {program}` as root brings them back."
    )
    return None
