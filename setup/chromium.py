"""The browser for the browser tests: Debian's chromium. Without it those tests are left out, and that is
said."""

import shutil

from setup.debian_install import install, may_install
from setup.progress import SetupError, say

LEFT_OUT = "setup: no chromium here, and no right to install it: the browser tests are LEFT OUT. {how}"
HOW = "`apt-get install chromium` as root brings them back."


def provide_chromium() -> None:
    if shutil.which("chromium"):
        return
    if not may_install():
        say(LEFT_OUT.format(how=HOW))
        return
    try:
        install("chromium", why="the browser tests drive it")
    except SetupError:
        say(LEFT_OUT.format(how=HOW))
