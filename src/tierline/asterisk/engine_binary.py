"""Where the engine's program is: the machine's own Asterisk, else the private copy that the set-up made."""

import os
import platform
import re
import shutil
import subprocess
from pathlib import Path

import msgspec

OLDEST = 20
PRIVATE_COPY = Path(__file__).parents[3] / ".engine"
SYSTEM_FOLDERS = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin"


class EngineMissing(Exception):
    """There is no Asterisk of version 20 or newer. The message says what to do."""


class EngineBinary(msgspec.Struct, frozen=True):
    """`command` starts the program (options follow it); `modules` and `data` are the folders its settings
    must name."""

    command: tuple[str, ...]
    modules: Path
    data: Path
    prefix: Path | None = None
    """Of a private copy: nothing from outside it may be loaded."""

    @property
    def environment(self) -> dict[str, str]:
        """All that the program is told of its surroundings: not our secrets, nor the host's ways to load
        more code."""
        plain = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
        if self.prefix is None:
            return plain
        converters = self.prefix / f"usr/lib/{platform.machine()}-linux-gnu/gconv"
        return plain | {"GCONV_PATH": str(converters), "OPENSSL_CONF": os.devnull}


def engine_binary() -> EngineBinary:
    """Raises EngineMissing."""
    found = _system() or _private(PRIVATE_COPY)
    if found is None:
        raise EngineMissing(
            "no Asterisk (20 or newer) on this machine, and no copy of our own yet: run `make setup`"
        )
    return found


def _system() -> EngineBinary | None:
    program = shutil.which("asterisk", path=SYSTEM_FOLDERS)
    if program is None:
        return None
    said = subprocess.run([program, "-V"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.search(r"Asterisk (?:certified/)?(\d+)", said)
    if version is None or int(version[1]) < OLDEST:
        return None
    root = Path(program).parents[1]
    modules = _first_with(
        "res_ari.so",
        root / f"lib/{platform.machine()}-linux-gnu/asterisk/modules",
        root / "lib/asterisk/modules",
        root / "lib64/asterisk/modules",
    )
    data = _first_with("rest-api", root / "share/asterisk", Path("/var/lib/asterisk"))
    return EngineBinary((program,), modules, data) if modules and data else None


def _private(prefix: Path) -> EngineBinary | None:
    libraries = prefix / f"usr/lib/{platform.machine()}-linux-gnu"
    loader = next(prefix.glob("usr/lib*/**/ld-linux-*.so.*"), None)
    if loader is None:
        return None
    # Its own loader with its own libraries: the newest Debian's Asterisk does not run on an older Debian's.
    command = (str(loader), "--library-path", str(libraries), str(prefix / "usr/sbin/asterisk"))
    return EngineBinary(command, libraries / "asterisk/modules", prefix / "usr/share/asterisk", prefix)


def _first_with(name: str, *folders: Path) -> Path | None:
    return next((f for f in folders if (f / name).exists()), None)
