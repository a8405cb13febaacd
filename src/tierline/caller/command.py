"""`tierline call`: a scripted caller with real audio."""

import asyncio
import os
from pathlib import Path

import click
import msgspec

from tierline.caller import script
from tierline.caller.report import CallReport
from tierline.caller.scripted import scripted_call
from tierline.speech.catalogue import Catalogue


def _steps(_: click.Context, __: click.Parameter, text: str) -> list[script.Step]:
    try:
        return list(script.steps(text))
    except script.NotAScript as error:
        raise click.BadParameter(str(error)) from None


def _default_catalogue() -> Path:
    return Path(os.environ.get("TIERLINE_VAR", "var")) / "speech" / "catalogue.json"


@click.command
@click.argument("sip_uri")
@click.option("--keys", "steps", default="", callback=_steps, help='As in "1 ... 2 8721234567890# hangup".')
@click.option(
    "--catalogue",
    type=click.Path(dir_okay=False, path_type=Path),
    default=_default_catalogue,
    help="Names the prompts that are heard; written by the running center. Default: that of TIERLINE_VAR.",
)
@click.option("--from", "from_user", default="caller", show_default=True, help="The number to call from.")
@click.option("--limit", default=120.0, show_default=True, help="Seconds until the caller gives up.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
def call(
    sip_uri: str, steps: list[script.Step], catalogue: Path, from_user: str, limit: float, as_json: bool
) -> None:
    """Call SIP_URI, press keys, and say which prompts were heard and how the call ended.

    --keys holds words separated by spaces, done one after the other: digits are pressed as soon as the next
    prompt has begun; "..." waits until the center has finished speaking; hear:NAME waits for a prompt; wait:5
    waits five seconds; hangup hangs up. Without a hangup the caller listens until the center ends the call.
    Exits with 1 when the call was not answered or the script could not be followed.
    """
    report = asyncio.run(
        scripted_call(sip_uri, steps, Catalogue(catalogue), from_user=from_user, limit=limit)
    )
    click.echo(msgspec.json.encode(report).decode() if as_json else _to_read(report))
    raise SystemExit(0 if report.as_planned else 1)


def _to_read(report: CallReport) -> str:
    happened = [(said.at, f"heard  [{said.language}] {said.text}") for said in report.heard]
    happened += [(pressed.at, f"pressed {pressed.keys}") for pressed in report.keys]
    lines = [f"{at:7.2f}  {what}" for at, what in sorted(happened)]
    lines.append(f"{report.seconds:7.2f}  ended by {report.ended_by}")
    return "\n".join([*lines, *([report.error] if report.error else [])])
