"""Debian packages fetched and unpacked into a folder of ours, beside the system and without its rights.

apt is given a state of its own, with one source: the newest Debian (the stable ones carry no Asterisk),
from the very server this machine's own apt already uses. Signatures are checked by apt itself.
"""

import getpass
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from setup.progress import SetupError, run, say

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
NO_PACKAGES = (
    "setup: cannot fetch from the package server of this machine's apt: check the network (or apt's proxy) "
    "and run again, or install asterisk (20 or newer) by hand; details in {log}"
)


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    sha256: str


class PrivateApt:
    """An apt whose lists, cache and status live under `home`. What it said when it failed is in `log`."""

    def __init__(self, home: Path, log: Path) -> None:
        self._home = home
        self._log = log
        self._config = home / "apt.conf"

    def refresh(self) -> None:
        """Raises SetupError where the package server cannot be reached, or this is no Debian."""
        for folder in ("state/lists/partial", "cache/archives/partial", "debs"):
            (self._home / folder).mkdir(parents=True, exist_ok=True)
        (self._home / "state/status").touch()
        (self._home / "sources.list").write_text(f"deb [signed-by={KEYRING}] {_own_server()} sid main\n")
        self._config.write_text(self._settings())
        try:
            self._update()
        except SetupError:
            if "is expired" not in self._log.read_text():
                raise
            # A mirror that lags behind, or was frozen on purpose. The signature is checked all the same.
            say("      note: this machine's package server offers lists that are out of date; using them")
            self._update("Acquire::Check-Valid-Until=false")

    def depends(self, packages: Iterable[str]) -> set[str]:
        """Names of the packages they depend on, each alternative's first."""
        listing = self._apt("apt-cache", "show", "--no-all-versions", *packages)
        names: set[str] = set()
        for line in listing.splitlines():
            field, _, value = line.partition(": ")
            if field in ("Depends", "Pre-Depends"):
                names |= {
                    alternative.split("|")[0].split()[0].split(":")[0] for alternative in value.split(",")
                }
        return names

    def closure(self, package: str) -> set[str]:
        """Names of all packages that would be installed with it on an empty system."""
        plan = self._apt("apt-get", "install", "--simulate", "--no-install-recommends", package)
        return {line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")}

    def unpack(self, packages: Iterable[str], prefix: Path) -> list[Package]:
        folder = self._home / "debs"
        self._apt("apt-get", "download", *packages, cwd=folder)
        unpacked = []
        for deb in sorted(folder.glob("*.deb")):
            full = f"setup: cannot unpack {deb.name} into {prefix}: is the disk full?"
            run(["dpkg", "-x", deb, prefix], otherwise=full)
            name, version, _ = deb.stem.split("_")
            sha256 = hashlib.sha256(deb.read_bytes()).hexdigest()
            unpacked.append(Package(name, version.replace("%3a", ":"), sha256))
            deb.unlink()
        return unpacked

    def _update(self, *settings: str) -> None:
        # Without this mode apt calls it a success when nothing could be downloaded.
        options = [word for s in ("APT::Update::Error-Mode=any", *settings) for word in ("-o", s)]
        self._apt("apt-get", *options, "update")

    def _apt(self, *argv: str, cwd: Path | None = None) -> str:
        env = {**os.environ, "APT_CONFIG": str(self._config), "LC_ALL": "C"}
        return run(argv, env=env, cwd=cwd, otherwise=NO_PACKAGES.format(log=self._log), log=self._log)

    def _settings(self) -> str:
        return f"""
            Dir::State "{self._home}/state";
            Dir::State::status "{self._home}/state/status";
            Dir::State::lists "{self._home}/state/lists";
            Dir::Cache "{self._home}/cache";
            Dir::Cache::pkgcache "packages.bin";
            Acquire::GzipIndexes "false";
            Dir::Etc::sourcelist "{self._home}/sources.list";
            Dir::Etc::sourceparts "/dev/null";
            APT::Sandbox::User "{getpass.getuser()}";
            Debug::NoLocking "true";
            Acquire::Languages "none";
        """


def _own_server() -> str:
    listing = run(
        ["apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI)", "Created-By: Packages"],
        otherwise="setup: this machine has no apt: install asterisk (20 or newer) by hand and run again.",
    )
    servers = [line.split()[1] for line in listing.splitlines() if line.startswith("Debian ")]
    if not servers:
        raise SetupError(
            "setup: this machine's apt knows no Debian server: "
            "install asterisk (20 or newer) by hand and run again."
        )
    return servers[0]
