"""Debian's own packages, installed on the machine: only as root or with sudo that asks for no password."""

import os
import shutil
import subprocess

from setup.progress import SetupError, run, step


def may_install() -> bool:
    return shutil.which("apt-get") is not None and _as_root() is not None


def install(package: str, *, why: str) -> None:
    """Raises SetupError where it cannot be done."""
    as_root = _as_root()
    by_hand = (
        f"setup: {why}, and cannot install it here: run `apt-get install {package}` as root, and run again."
    )
    if as_root is None or shutil.which("apt-get") is None:
        raise SetupError(by_hand)
    with step(f"installing Debian's package {package} on this machine ({why})"):
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install_it = [*as_root, "apt-get", "install", "-y", "--no-install-recommends", package]
        try:
            run(install_it, env=env, otherwise=by_hand)
        except SetupError:
            # A fresh machine has no lists of packages yet, or old ones.
            run([*as_root, "apt-get", "update"], env=env, otherwise=by_hand)
            run(install_it, env=env, otherwise=by_hand)


def _as_root() -> list[str] | None:
    """What to put before a command so that root runs it; None where we may not."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:  # noqa: S603
        return [sudo, "-n"]
    return None
