"""What the fields of a case, and the values that callers key, are called on a screen."""

from collections.abc import Mapping

from tierline.desk.views import words
from tierline.ports.agency import Agency

_OURS: Mapping[str, Mapping[str, str]] = {
    "receipt": {"en": "Receipt number", "es": "Número de recibo"},
    "form": {"en": "Form", "es": "Formulario"},
    "status": {"en": "Status", "es": "Estado"},
    "next_steps": {"en": "What comes next", "es": "Qué sigue"},
    "updated": {"en": "Last updated", "es": "Última actualización"},
    "received": {"en": "Received", "es": "Recibido"},
    "applicant": {"en": "Applicant", "es": "Solicitante"},
    "date_of_birth": {"en": "Date of birth", "es": "Fecha de nacimiento"},
    "zip": {"en": "ZIP code", "es": "Código postal"},
    "country": {"en": "Country code", "es": "Prefijo del país"},
    "email": {"en": "E-mail address", "es": "Correo electrónico"},
    "representative": {"en": "Representative", "es": "Representante"},
    "file_office": {"en": "Where the file is", "es": "Dónde está el expediente"},
    "processing_office": {"en": "Processed by", "es": "Oficina que lo tramita"},
    "normal_months": {
        "en": "Months this form normally takes",
        "es": "Meses que suele tardar este formulario",
    },
    "requests": {"en": "Service Requests", "es": "Solicitudes de Servicio"},
    "office_question": {"en": "What an office asks", "es": "Lo que pregunta una oficina"},
    "office_reply": {"en": "What an office replied", "es": "Lo que respondió una oficina"},
    "flags": {"en": "Marks", "es": "Marcas"},
}
"""Of those that every agency has."""


def field_names(agency: Agency, field: str) -> Mapping[str, str]:
    """By language: as the agency calls it, else as we do."""
    return agency.entitlements.names.get(field) or _OURS.get(field) or {"en": words.plain(field)}
