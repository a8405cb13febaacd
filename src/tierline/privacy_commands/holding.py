"""`tierline privacy hold`"""

import json
import re
import secrets
import sys
from datetime import UTC, datetime

import click

from tierline.calls.dialling import listed_number
from tierline.calls.names import CallId, Ref
from tierline.opened_store import with_store
from tierline.ports.personal_data import NoSuchHold
from tierline.ports.store import Value
from tierline.privacy.hold import Hold, Released
from tierline.publishing.command import user
from tierline.requests.numbers import normalised
from tierline.store.sql import SqlStore

_TELEPHONE = re.compile(r"[+(]?[0-9][0-9 ().-]*")


@click.group
def hold() -> None:
    """Legal holds: what they are about is not destroyed, whatever the schedule says."""


@hold.command
@click.option("--call", "call", help="One call, by its id, as in the address of its page.")
@click.option("--request", "request", help="A Service Request, by its number, with the call that it came of.")
@click.option(
    "--number",
    "number",
    help="A telephone number, an e-mail address or a receipt number: all calls with it, also those to come.",
)
@click.option("--matter", required=True, help="What the hold is for: the name of the case or inquiry.")
@click.option("--why", required=True, help="By whose order, in a few words.")
def add(call: str | None, request: str | None, number: str | None, matter: str, why: str) -> None:
    """Hold from now on; a center that runs in another process heeds it at once.

    A hold keeps whole calls, with what came of them: requests, messages and the recording.
    """
    if sum(one is not None for one in (call, request, number)) != 1:
        raise click.UsageError("name one: a --call, a --request or a --number")
    made, calls = with_store(lambda store: _add(store, call, request, number, matter, why))
    click.echo(f"{made.id} holds from now on: {calls} of the calls on record")
    if number is not None:
        click.echo("Calls with this number that are still to come are held too.")


@hold.command
@click.argument("hold_id", metavar="HOLD")
@click.option("--why", required=True, help="Why it need not be held any more, in a few words.")
def release(hold_id: str, why: str) -> None:
    """Let go of HOLD: what is due by the schedule is then destroyed, unless another hold keeps it."""
    why_value = _value("note", why)
    released = Released(datetime.now(UTC), user(), why_value.ref)
    try:
        with_store(lambda store: store.personal_data.release(hold_id, released, [why_value]))
    except NoSuchHold:
        sys.exit(f"tierline: no hold {hold_id} stands: `tierline privacy hold list` lists them")
    click.echo(f"{hold_id} is released")


@hold.command("list")
@click.option("--all", "every", is_flag=True, help="Also those that were released.")
@click.option("--json", "as_json", is_flag=True, help="For another program.")
def list_(every: bool, as_json: bool) -> None:
    """List the holds that stand: whom they are about, for which matter, by whom."""
    found = [one for one in with_store(_told) if every or one["released_at"] is None]
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for one in found:
        about = one["number"] or f"call {one['call']}"
        click.echo(f"{one['id']}  {about}  {one['matter']}: {one['why']} ({one['by']}, {one['at']})")
        if one["released_at"]:
            by, at, why = one["released_by"], one["released_at"], one["released_why"]
            click.echo(f"    released: {why} ({by}, {at})")
    if not found:
        click.echo("nothing is held")


async def _add(
    store: SqlStore, call: str | None, request: str | None, number: str | None, matter: str, why: str
) -> tuple[Hold, int]:
    """With how many calls it holds as yet."""
    values = [_value("matter", matter), _value("note", why)]
    about = _sought(number) if number is not None else None
    made = Hold(
        id=f"hold-{secrets.token_hex(4)}",
        about="number" if about else "request" if request else "call",
        call=await _call(store, call, request) if about is None else None,
        number=about.ref if about else None,
        matter=values[0].ref,
        why=values[1].ref,
        by=user(),
        at=datetime.now(UTC),
    )
    await store.personal_data.hold(made, [*values, about] if about else values)
    return made, await store.personal_data.calls_held(made.id)


async def _call(store: SqlStore, call: str | None, request: str | None) -> CallId:
    """Ends the command where there is none."""
    if request is not None:
        made = await store.request(normalised(request) or request)
        if made is None:
            sys.exit(f"tierline: there is no request {request}")
        return made.call
    if call is None or await store.call(CallId(call)) is None:
        sys.exit(f"tierline: there is no call {call}")
    return CallId(call)


def _sought(number: str) -> Value:
    """As it is kept: a telephone number in E.164, a receipt number without spaces."""
    plain = number.strip()
    if "@" in plain:
        return _value("email", plain)
    if _TELEPHONE.fullmatch(plain):
        return _value("phone", listed_number(plain) or re.sub(r"[ ().-]", "", plain))
    return _value("receipt", re.sub(r"[\s-]", "", plain.upper()))


def _value(kind: str, text: str) -> Value:
    if not text.strip():
        raise click.UsageError("say it in a few words: nothing was written")
    return Value(Ref(f"{kind}-{secrets.token_hex(8)}"), kind, text.strip())


async def _told(store: SqlStore) -> list[dict[str, str | None]]:
    holds = await store.personal_data.holds()
    refs = {ref for one in holds for ref in (one.number, one.matter, one.why) if ref}
    refs |= {one.released.why for one in holds if one.released}
    words = await store.values(sorted(refs)) if refs else {}
    return [
        {
            "id": one.id,
            "about": one.about,
            "call": one.call,
            "number": words.get(one.number) if one.number else None,
            "matter": words.get(one.matter),
            "why": words.get(one.why),
            "by": one.by,
            "at": one.at.isoformat(timespec="seconds"),
            "released_at": one.released.at.isoformat(timespec="seconds") if one.released else None,
            "released_by": one.released.by if one.released else None,
            "released_why": words.get(one.released.why) if one.released else None,
        }
        for one in holds
    ]
