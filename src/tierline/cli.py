"""The command `tierline`, with all commands and where they are."""

import click

from tierline.commands import LazyGroup


@click.group(
    cls=LazyGroup,
    found_in={
        "agency": "tierline.publishing.command:agency",
        "call": "tierline.caller.command:call",
        "check": "tierline.check.command:check",
        "conformance": "tierline.conformance.command:conformance",
        "demo": "tierline.demo.command:demo",
        "privacy": "tierline.privacy_command:privacy",
        "publish": "tierline.publishing.command:publish",
        "request": "tierline.request_command:request",
        "reference": "tierline.reference.command:reference",
        "run": "tierline.run_command:run",
        "script": "tierline.publishing.script_command:script",
    },
)
@click.version_option(package_name="tierline")
def main() -> None:
    """The phone contact center of a public agency."""


@main.group(
    cls=LazyGroup,
    found_in={
        "calls": "tierline.bench.route_command:calls",
        "cases": "tierline.case_views_timed:cases",
        "faults": "tierline.bench.faults.command:faults",
        "ivr": "tierline.bench.command:ivr",
        "overload": "tierline.bench.overload.command:overload",
        "route": "tierline.bench.route_command:route",
        "storm": "tierline.bench.storm.command:storm",
    },
)
def bench() -> None:
    """Measure this machine."""


@main.group(
    cls=LazyGroup,
    found_in={
        "draw": "tierline.drawing.command:draw",
        "test": "tierline.twin.command.testing:test",
        "walk": "tierline.twin.command.walking:walk",
    },
)
def flow() -> None:
    """Try an agency's flow before a caller hears it."""
