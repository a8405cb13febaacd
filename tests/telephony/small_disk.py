"""A disk that is really full: a file system of a few megabytes, in memory, for as long as a test runs."""

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILLER = "filler"


class MountRefused(Exception):
    """This user may not mount; the message is the first line of the system's own."""


@contextmanager
def small_disk(at: Path, megabytes: int) -> Iterator[None]:
    """Mounted there, and gone afterwards whatever happens, also where something still uses it. Raises
    MountRefused."""
    at.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "tierline-test", str(at)]
    try:
        tried = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError as none:
        raise MountRefused(str(none)) from none
    if tried.returncode != 0:
        raise MountRefused(tried.stderr.partition("\n")[0])
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(at)], check=True)


def may_mount(at: Path) -> bool:
    try:
        with small_disk(at, 1):
            return True
    except MountRefused:
        return False


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """To the last byte, with a file that is deleted afterwards."""
    filler = disk / FILLER
    try:
        with filler.open("wb", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                _write_all_that_fits(file.fileno(), size)
        assert os.statvfs(disk).f_bavail == 0
        yield
    finally:
        filler.unlink(missing_ok=True)


def _write_all_that_fits(file: int, size: int) -> None:
    block = bytes(size)
    while _has_room_for(file, block):
        pass


def _has_room_for(file: int, block: bytes) -> bool:
    try:
        return os.write(file, block) > 0
    except OSError as refused:
        if refused.errno != errno.ENOSPC:
            raise
        return False
