"""The command that walks the same call again."""

import shlex
from pathlib import Path

import msgspec

from tierline.twin.callers import WITHHELD
from tierline.twin.folder import Folder
from tierline.twin.given import as_written
from tierline.twin.moments import written
from tierline.twin.walk import Scenario


def command(folder: Folder, scenario: Scenario, file: Path | None = None) -> str:
    """`file` holds the cases, where they are not the agency's own sample."""
    words = ["tierline", "flow", "walk", str(folder.path), "--keys", scenario.keys]
    words += ["--at", written(scenario.at, folder.agency.zone), "--from", scenario.caller or WITHHELD]
    if file or scenario.cases != "sample":
        words += ["--cases", str(file or scenario.cases)]
    for name in sorted(scenario.silent):
        words += ["--silent", name]
    if scenario.records != "kept":
        words += ["--records", scenario.records]
    for option, counts in (("--staff", scenario.staff), ("--ahead", scenario.ahead)):
        for tier, count in counts.items():
            words += [option, f"{tier}={count}"]
    if scenario.closure:
        words += ["--closure", scenario.closure]
    for request in scenario.requests:
        words += ["--request", msgspec.json.encode(request).decode()]
    for name, answer in scenario.answers.items():
        words += ["--answer", as_written(name, answer)]
    return shlex.join(words)
