"""What only tests need, from Debian. Where it cannot be had, what needs it is left out, and said."""

import ctypes
import shutil

from setup.debian_install import install, may_install
from setup.progress import SetupError, say

PACKAGES = {
    "chromium": "the browser tests drive it",
    "libatomic1": "the driver of the browser tests needs it",
    "git": "the conformance tests ask it which commit this is",
}


def provide_for_tests() -> None:
    for package, why in PACKAGES.items():
        if not _is_here(package):
            _provide(package, why)


def _is_here(package: str) -> bool:
    if package != "libatomic1":
        return shutil.which(package) is not None
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return True


def _provide(package: str, why: str) -> None:
    try:
        if may_install():
            return install(package, why=why)
    except SetupError as e:
        say(str(e))
    say(
        f"setup: there is no {package} here and no way to install it; {why}: those tests are LEFT OUT. "
        f"`apt-get install {package}` as root brings them back."
    )
    return None
