"""`tierline demo`: plays the policy once against the running center."""

import asyncio
import os
import sys
from pathlib import Path

import click
import httpx
import msgspec

from tierline.caller.caller import NotRegistered
from tierline.demo.playing import demonstrate
from tierline.demo.score import Step
from tierline.demo.staff import NotSeen, StaffRefused
from tierline.demo.stage import CannotPlay
from tierline.sign_ins import SignIns
from tierline.speech.catalogue import Catalogue


def _default_url() -> str:
    return f"http://127.0.0.1:{os.environ.get('TIERLINE_PORT', '8080')}"


@click.command
@click.option("--url", default=_default_url, help="The running center. Default: at TIERLINE_PORT.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
def demo(url: str, as_json: bool) -> None:
    """Play the policy once against the running center, and print each step with its clause.

    A scripted caller rings with real audio and keys; scripted staff sign in with the passwords in
    TIERLINE_VAR and answer with desk phones. Nobody of the sample staff may be at work elsewhere meanwhile.
    Exits with 1 when a step does not hold.
    """
    var = Path(os.environ.get("TIERLINE_VAR", "var"))
    sign_ins = SignIns(var / "sign-ins.json").read()
    if not sign_ins:
        sys.exit(f"tierline: no sign-ins in {var}: start the center with `tierline run`, or set TIERLINE_VAR")
    catalogue = Catalogue((var / "speech" / "catalogue.json").resolve())
    try:
        score = asyncio.run(demonstrate(url, sign_ins, catalogue, (lambda _: None) if as_json else _tell))
    except httpx.TransportError:
        sys.exit(f"tierline: no center answers at {url}: start it with `tierline run`, or give --url")
    except (CannotPlay, StaffRefused, NotRegistered, NotSeen) as failed:
        sys.exit(f"tierline: {failed}")
    if as_json:
        click.echo(msgspec.json.encode(score).decode())
    else:
        click.echo("Every step holds." if score.ok else "NOT every step holds; see FAILED above.")
    sys.exit(0 if score.ok else 1)


def _tell(step: Step) -> None:
    click.echo(f"{'ok    ' if step.ok else 'FAILED'}  {step.clause:<5} {step.what}")
    if step.why:
        click.echo(f"              {step.why}")
