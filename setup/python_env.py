"""`.venv`: the libraries, pinned with their hashes, and Tierline itself from this folder."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal

from setup.debian_install import install
from setup.marks import clear_mark, is_finished, is_marked, mark_of, set_mark
from setup.progress import run, step

Purpose = Literal["run", "test"]
BUILD = "requirements/build.txt"
NOT_FETCHED = (
    "setup: pip could not fetch or install the Python libraries: check the network (or pip's proxy "
    "and index) "
    "and run again; details in {log}"
)


def python_env_ready(root: Path, purpose: Purpose) -> bool:
    """An environment for testing serves for running too."""
    return any(is_marked(root / ".venv", _mark(root, kind)) for kind in {purpose, "test"})


def provide_python_env(root: Path, purpose: Purpose) -> None:
    """Raises SetupError without network, without a way to get the venv module, with a full disk."""
    venv = root / ".venv"
    if not (is_finished(venv) and _is_ours(venv)):
        _create(venv)
    clear_mark(venv)
    with step(f"installing Python libraries to {purpose} Tierline (pinned, hashes checked)"):
        _pip(root, "--require-hashes", "-r", BUILD)
        _pip(root, "--require-hashes", "-r", f"requirements/{purpose}.txt")
        _pip(root, "--no-deps", "--no-build-isolation", "-e", ".")
    set_mark(venv, _mark(root, purpose))


def pip_install(root: Path, requirements: str) -> None:
    _pip(root, "--require-hashes", "-r", requirements)


def _mark(root: Path, purpose: Purpose) -> str:
    made_from = [root / "pyproject.toml", root / BUILD, root / f"requirements/{purpose}.txt"]
    # Programs in an environment name its folder and its Python: moved or upgraded, it is made again.
    return mark_of(made_from, sys.version, str(root))


def _is_ours(venv: Path) -> bool:
    """Made by this Python, in this place."""
    python = venv / "bin/python"
    if not python.exists() or not (venv / "bin/pip").exists():
        return False
    asked = "import sys, pip; print(sys.version, sys.prefix, sep='\\n')"
    said = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=False)  # noqa: S603
    in_place = (venv / "bin/pip").read_text(errors="replace").startswith(f"#!{venv}/")
    return in_place and said.stdout.strip() == f"{sys.version}\n{venv}"


def _create(venv: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        install("python3-venv", why="Python's venv module is missing")
    with step("making a Python environment in .venv"):
        shutil.rmtree(venv, ignore_errors=True)
        run([sys.executable, "-m", "venv", venv], otherwise=f"setup: cannot make {venv}: is the disk full?")


def _pip(root: Path, *what: str) -> None:
    log = root / ".cache/setup/pip.log"
    settings = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_REQUIRE_VIRTUALENV": "1"}
    run(
        [root / ".venv/bin/python", "-m", "pip", "install", "--prefer-binary", *what],
        cwd=root,
        env={**{k: v for k, v in os.environ.items() if k != "PYTHONPATH"}, **settings},
        log=log,
        otherwise=lambda said: _why(said, log),
    )


def _why(said: str, log: Path) -> str:
    if "No space left" in said:
        return "setup: the disk is full: free some space (1 GB is enough) and run again."
    return NOT_FETCHED.format(log=log)
