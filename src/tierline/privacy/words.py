"""What is on record of a person in plain words, in the languages of the screens: for pages and lists that are
made where no screen is."""

from collections.abc import Mapping

from tierline.calls.names import Verification
from tierline.privacy.amendments import State
from tierline.privacy.disclosures import Nature, To

Words = Mapping[str, str]
"""By language."""

NATURES: Mapping[Nature, Words] = {
    "script": {"en": "approved words read out", "es": "texto aprobado leído en voz alta"},
    "own_words": {"en": "an officer's own words", "es": "palabras propias de un oficial"},
    "case_status": {
        "en": "status of the case, by the recorded menu",
        "es": "estado del caso, por el menú grabado",
    },
    "request_status": {"en": "status of a Service Request", "es": "estado de una solicitud de servicio"},
    "message": {"en": "message in writing", "es": "mensaje por escrito"},
    "callback": {"en": "said that the center calls back", "es": "aviso de que el centro devuelve la llamada"},
    "interpreted": {"en": "heard by an interpreter", "es": "oído por un intérprete"},
    "request": {
        "en": "Service Request sent to an office",
        "es": "solicitud de servicio enviada a una oficina",
    },
    "contact": {
        "en": "a point of contact of an office was asked",
        "es": "se consultó al punto de contacto de una oficina",
    },
    "system": {"en": "written to a case system", "es": "escrito en un sistema de casos"},
    "listened": {"en": "heard by a supervisor at the call", "es": "oído por un supervisor en la llamada"},
    "played": {"en": "recording listened to", "es": "grabación escuchada"},
    "seen": {"en": "seen on a screen", "es": "visto en una pantalla"},
    "shown": {"en": "shown in full on a screen", "es": "mostrado completo en una pantalla"},
    "copied": {"en": "copied from a screen", "es": "copiado de una pantalla"},
    "printed": {"en": "printed from a screen", "es": "impreso desde una pantalla"},
    "accounting": {"en": "this list told", "es": "esta lista comunicada"},
    "exported": {"en": "copy of all that is on record", "es": "copia de todo lo registrado"},
}
_TO_ANSWER: Words = {"en": "to answer the caller", "es": "para responder a quien llama"}
_TO_SERVE: Words = {
    "en": "to serve the call or the request",
    "es": "para atender la llamada o la solicitud",
}
_NOT_STATED: Words = {"en": "not stated", "es": "sin indicar"}
_ASKED_FOR: Words = {"en": "asked for", "es": "a petición"}
PURPOSES: Mapping[Nature, Words] = {
    "script": _TO_ANSWER,
    "own_words": _TO_ANSWER,
    "case_status": _TO_ANSWER,
    "request_status": _TO_ANSWER,
    "message": {"en": "the caller agreed to it", "es": "quien llama lo aceptó"},
    "callback": {"en": "the caller asked for it", "es": "quien llama lo pidió"},
    "interpreted": {"en": "to be understood", "es": "para entenderse"},
    "request": {"en": "the office resolves it", "es": "la oficina lo resuelve"},
    "contact": {"en": "the office helps to resolve it", "es": "la oficina ayuda a resolverlo"},
    "system": {"en": "done for the case", "es": "hecho para el caso"},
    "listened": {"en": "supervision", "es": "supervisión"},
    "played": {"en": "for the reason on record", "es": "por la razón registrada"},
    "seen": _TO_SERVE,
    "shown": _TO_SERVE,
    "copied": _NOT_STATED,
    "printed": _NOT_STATED,
    "accounting": _ASKED_FOR,
    "exported": _ASKED_FOR,
}
RECIPIENTS: Mapping[To, Words] = {
    "caller": {"en": "the caller", "es": "quien llama"},
    "number": {"en": "whoever has the number or the address", "es": "quien tiene el número o la dirección"},
    "interpreter": {"en": "an interpreter", "es": "un intérprete"},
    "office": {"en": "an office of the agency", "es": "una oficina de la agencia"},
    "system": {"en": "a case system", "es": "un sistema de casos"},
    "staff": {"en": "staff of the agency", "es": "personal de la agencia"},
    "operator": {"en": "who asked for it", "es": "quien lo pidió"},
}
LEVELS: Mapping[Verification, Words] = {
    "none": {"en": "not verified", "es": "sin verificar"},
    "basic": {"en": "verified", "es": "verificado"},
    "special": {"en": "specially verified", "es": "verificado especialmente"},
}
AMENDED: Mapping[State, Words] = {
    "asked": {"en": "the person says it is wrong", "es": "la persona dice que es incorrecto"},
    "granted": {"en": "amended since", "es": "corregido después"},
    "denied": {"en": "the person disagrees with it", "es": "la persona no está de acuerdo"},
}
_FACTS: Mapping[str, Words] = {
    "receipt": {"en": "receipt number", "es": "número de recibo"},
    "applicant": {"en": "name", "es": "nombre"},
    "date_of_birth": {"en": "date of birth", "es": "fecha de nacimiento"},
    "phone": {"en": "telephone number", "es": "número de teléfono"},
    "email": {"en": "e-mail address", "es": "correo electrónico"},
    "zip": {"en": "ZIP code", "es": "código postal"},
    "address": {"en": "address", "es": "dirección"},
    "status": {"en": "status", "es": "estado"},
    "next_steps": {"en": "what comes next", "es": "qué sigue"},
    "updated": {"en": "last updated", "es": "última actualización"},
    "received": {"en": "received on", "es": "recibido el"},
    "form": {"en": "form", "es": "formulario"},
    "file_office": {"en": "where the file is", "es": "dónde está el expediente"},
    "processing_office": {"en": "processed by", "es": "procesado por"},
    "normal_months": {"en": "months this form normally takes", "es": "meses que tarda normalmente"},
    "words": {"en": "what was said", "es": "lo que se dijo"},
    "request": {"en": "Service Request", "es": "solicitud de servicio"},
    "requests": {"en": "Service Requests about the case", "es": "solicitudes de servicio sobre el caso"},
    "office_question": {"en": "what an office asks", "es": "lo que pregunta una oficina"},
    "office_reply": {"en": "what an office replied", "es": "lo que respondió una oficina"},
    "caller_said": {"en": "what you said to an office", "es": "lo que dijo usted a una oficina"},
    "callback": {"en": "that a callback was asked for", "es": "que se pidió una llamada"},
    "country": {"en": "country", "es": "país"},
    "text": {"en": "message", "es": "mensaje"},
    "script_text": {"en": "read to you", "es": "leído a usted"},
    "own_words": {"en": "an officer's own words", "es": "palabras propias de un oficial"},
    "note": {"en": "note", "es": "nota"},
    "question": {"en": "what you asked", "es": "lo que preguntó"},
    "correction": {"en": "correction of what you were told", "es": "corrección de lo que se le dijo"},
    "request_number": {"en": "number of a Service Request", "es": "número de una solicitud de servicio"},
}


def fact(name: str, language: str) -> str:
    """A fact that only this agency has is called by its own name."""
    known = _FACTS.get(name)
    return in_language(known, language) if known else name.replace("_", " ").replace("-", " ")


def in_language(words: Words, language: str) -> str:
    return words.get(language) or words["en"]
