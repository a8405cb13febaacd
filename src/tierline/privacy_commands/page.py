"""All that is on record of a person as one page that prints well, in their language."""

from collections.abc import Iterable, Sequence
from html import escape

from tierline.desk.privacy.exporting import Amended, CallOnRecord, OnRecord, ValueOnRecord
from tierline.privacy import words
from tierline.privacy.disclosures import Disclosure
from tierline.privacy.words import Words
from tierline.privacy_commands.telling import Reader, line

_STYLE = """
body { font: 12pt/1.45 Georgia, serif; color: #111; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 2rem; border-bottom: 1px solid #888; }
h3 { font-size: 12pt; margin-bottom: 0.2rem; } dt { font-weight: bold; } dd { margin: 0 0 0.6rem 1rem; }
.amended { border-left: 3px solid #888; padding-left: 0.6rem; } small { color: #444; }
@media print { body { margin: 0; max-width: none; } section, dd { break-inside: avoid; } }
"""
_TITLE: Words = {"en": "What is on record of you", "es": "Lo que está registrado sobre usted"}
_MADE: Words = {"en": "As of", "es": "Al"}
_CALL: Words = {"en": "Call of", "es": "Llamada del"}
_NOTHING: Words = {"en": "Nothing that was written is kept.", "es": "No se conserva nada escrito."}
_PARTLY: Words = {
    "en": "Part of this call is not about you, or is somebody else's, and is left out.",
    "es": "Una parte de esta llamada no es sobre usted, o es de otra persona, y se omite.",
}
_REQUESTS: Words = {"en": "Service Requests", "es": "Solicitudes de servicio"}
_TOLD: Words = {"en": "To whom it was disclosed", "es": "A quién se comunicó"}
_NOBODY: Words = {"en": "To nobody.", "es": "A nadie."}
_RECORDINGS: Words = {"en": "Recordings", "es": "Grabaciones"}
_RIGHTS: Words = {
    "en": "If something here is wrong, you may ask that it be amended: say which by the name below it.",
    "es": "Si algo aquí es incorrecto, puede pedir que se corrija: indique el nombre que aparece debajo.",
}
_STATES: dict[str, Words] = {
    "asked": {"en": "You asked that this be amended", "es": "Usted pidió que se corrija"},
    "granted": {"en": "Amended", "es": "Corregido"},
    "denied": {"en": "Not amended, as you had asked", "es": "No se corrigió, como había pedido"},
}
_STATEMENT: Words = {"en": "Your statement", "es": "Su declaración"}


def page(found: OnRecord, recordings: Sequence[str], reader: Reader) -> str:
    def say(said: Words) -> str:
        return escape(reader.say(said))

    parts = [
        f"<h1>{say(_TITLE)}</h1><p>{say(_MADE)} {reader.moment(found.made_at)}. {say(_RIGHTS)}</p>",
        *(_call(one, reader) for one in found.calls),
        f"<h2>{say(_TOLD)}</h2>{_told(found.disclosures, reader) or f'<p>{say(_NOBODY)}</p>'}",
    ]
    if recordings:
        links = "".join(f'<li><a href="{escape(name)}">{escape(name)}</a></li>' for name in recordings)
        parts.append(f"<h2>{say(_RECORDINGS)}</h2><ul>{links}</ul>")
    head = f'<meta charset="utf-8"><title>{say(_TITLE)}</title><style>{_STYLE}</style>'
    whole = f"<head>{head}</head><body>{''.join(parts)}</body>"
    return f'<!doctype html><html lang="{reader.language}">{whole}</html>\n'


def _call(one: CallOnRecord, reader: Reader) -> str:
    def say(said: Words) -> str:
        return escape(reader.say(said))

    values = "".join(_value(value, reader) for value in one.values)
    requests = "".join(
        f"<li>{escape(r.number)}: {escape(r.kind)}, {escape(r.office)}, {reader.moment(r.created_at)}</li>"
        for r in one.requests
    )
    return (
        f"<section><h2>{say(_CALL)} {reader.moment(one.arrived_at)} ({escape(one.number)})</h2>"
        f"{'' if one.whole else f'<p>{say(_PARTLY)}</p>'}"
        f"{f'<dl>{values}</dl>' if values else f'<p>{say(_NOTHING)}</p>'}"
        f"{f'<h3>{say(_REQUESTS)}</h3><ul>{requests}</ul>' if requests else ''}</section>"
    )


def _value(value: ValueOnRecord, reader: Reader) -> str:
    amended = "".join(_amended(one, reader) for one in value.amended)
    name = escape(words.fact(value.kind, reader.language).capitalize())
    since = f"<small>{reader.moment(value.at)} · {escape(value.ref)}</small>"
    return f"<dt>{name}</dt><dd>{escape(value.value)}<br>{since}{amended}</dd>"


def _amended(one: Amended, reader: Reader) -> str:
    said = [one.asks, one.instead, one.why]
    if one.statement:
        said.append(f"{reader.say(_STATEMENT)}: {one.statement}")
    lines = "".join(f"<p>{escape(line)}</p>" for line in said if line)
    state = escape(reader.say(_STATES[one.state]))
    return f'<div class="amended"><p><b>{state}</b>, {reader.moment(one.at)}</p>{lines}</div>'


def _told(disclosures: Iterable[Disclosure], reader: Reader) -> str:
    lines = "".join(f"<li>{escape(line(told, reader))}</li>" for told in disclosures)
    return f"<ul>{lines}</ul>" if lines else ""
