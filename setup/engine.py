"""The engine: the machine's own Asterisk, else a private copy under `.engine/` that needs no rights and
touches nothing.

The copy holds Asterisk and exactly the libraries that it and the modules we load ask for. They are found by
reading the binaries, not from a list, since names move; what was fetched is recorded in `packages.json`.
"""

import json
import platform
import re
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path

from setup.debian import Package, PrivateApt
from setup.elf import needed_by
from setup.progress import SetupError, say, step

OLDEST = 20
MODULE_LIST = Path("src/tierline/asterisk/etc/modules.conf")
KNOWN_GOOD = Path("setup/engine-packages.json")
RECORD = "packages.json"
ENGINE = {"asterisk", "asterisk-modules"}


def engine_ready(root: Path) -> bool:
    copy = root / ".engine"
    if system_engine():
        return True
    return (copy / RECORD).exists() and not missing_libraries(copy, modules_loaded(root / MODULE_LIST))


def provide_engine(root: Path) -> None:
    """Raises SetupError where there is no way to get one."""
    copy, building = root / ".engine", root / ".cache/setup/engine"
    shutil.rmtree(building, ignore_errors=True)
    with step("fetching the telephone engine (Asterisk, about 20 MB)"):
        packages = fetch(building, modules_loaded(root / MODULE_LIST))
        close_to_host_names(building)
        _note_what_differs(packages, root / KNOWN_GOOD)
        (building / RECORD).write_text(json.dumps([asdict(p) for p in packages], indent=1) + "\n")
        shutil.rmtree(building / "apt")
        shutil.rmtree(copy, ignore_errors=True)
        building.rename(copy)


def system_engine() -> str | None:
    found = shutil.which("asterisk", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    if found is None:
        return None
    said = subprocess.run([found, "-V"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.search(r"Asterisk (?:certified/)?(\d+)", said)
    return found if version and int(version[1]) >= OLDEST else None


def modules_loaded(module_list: Path) -> list[str]:
    return re.findall(r"^load=(\S+)$", module_list.read_text(), re.MULTILINE)


def fetch(prefix: Path, modules: list[str]) -> list[Package]:
    """Unpack the engine and what it needs below `prefix`, and say what was unpacked."""
    apt = PrivateApt(prefix / "apt", log=prefix.parent / "apt.log")
    apt.refresh()
    available = apt.closure("asterisk")
    packages = apt.unpack((*ENGINE, "libc6"), prefix)
    while missing := missing_libraries(prefix, modules):
        had = {p.name for p in packages}
        # The second way is for libraries that the naming rule misses (libnspr4 holds libplc4.so): what has
        # just been unpacked depends on their packages. The engine's own dependencies are left out: most
        # serve modules we do not load.
        wanted = choose(missing, available - had) or apt.depends(had - ENGINE) & available - had
        if not wanted:
            raise SetupError(
                f"setup: no package holds {', '.join(sorted(missing))}: install asterisk yourself, run again."
            )
        packages += apt.unpack(sorted(wanted), prefix)
    return packages


def missing_libraries(prefix: Path, modules: list[str]) -> set[str]:
    """Sonames asked for below `prefix` and not there: by the engine, by the modules loaded, and by their
    libraries."""
    libraries = library_folder(prefix)
    asking = [prefix / "usr/sbin/asterisk", *(libraries / "asterisk/modules" / m for m in modules)]
    seen: set[str] = set()
    missing: set[str] = set()
    while asking:
        for soname in needed_by(asking.pop()):
            if soname in seen:
                continue
            seen.add(soname)
            if (libraries / soname).exists():
                asking.append(libraries / soname)
            else:
                missing.add(soname)
    return missing


def choose(missing: set[str], available: set[str]) -> set[str]:
    """The packages that Debian's naming rule (policy manual, 8.1) gives for sonames: libssl.so.3 is in
    libssl3.

    A longer name will do where no exact one exists: libxslt.so.1 is in libxslt1.1.
    """
    plain = {name.removesuffix("t64"): name for name in sorted(available, reverse=True)}
    chosen = set()
    for rule in map(package_name, missing):
        chosen |= (
            {plain[rule]}
            if rule in plain
            else {name for p, name in plain.items() if p.startswith(rule + ".")}
        )
    return chosen


def package_name(soname: str) -> str:
    stem, _, version = soname.lower().replace("_", "-").partition(".so")
    version = version.removeprefix(".")
    return stem + ("-" if stem[-1:].isdigit() and version else "") + version


def library_folder(prefix: Path) -> Path:
    return prefix / "usr/lib" / f"{platform.machine()}-linux-gnu"


def close_to_host_names(prefix: Path, nsswitch: Path = Path("/etc/nsswitch.conf")) -> None:
    """Keep the host's name-service plugins (mDNS, systemd …) out: built for another C library, found by its
    search path.

    An empty file in their place counts as "unavailable"; names in `files` and `dns` are served by the C
    library itself.
    """
    if not nsswitch.exists():
        return
    for line in nsswitch.read_text().splitlines():
        services = re.sub(r"\[.*?\]", "", line.partition("#")[0].partition(":")[2]).split()
        for service in services:
            plugin = library_folder(prefix) / f"libnss_{service}.so.2"
            if not plugin.exists():
                plugin.touch()


def _note_what_differs(packages: list[Package], known_good: Path) -> None:
    known = (
        {tuple(row.values()) for row in json.loads(known_good.read_text())} if known_good.exists() else set()
    )
    differing = [p for p in packages if (p.name, p.version, p.sha256) not in known]
    if differing:
        say(
            f"      note: {len(differing)} of {len(packages)} packages differ from those in {known_good.name}"
        )
