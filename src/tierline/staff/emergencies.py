"""What an agent does at once for a threat, a self-harm or another emergency: the agency's own procedure."""

from typing import Annotated, Literal

import msgspec

Words = dict[str, str]
"""Per language."""


class EmergencyNumber(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom to call, as it is dialled from an agent's place."""

    number: str
    names: Words


class EmergencyKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`steps` are done in this order."""

    id: str
    titles: Words
    steps: Annotated[tuple[Words, ...], msgspec.Meta(min_length=1)]
    numbers: tuple[EmergencyNumber, ...] = ()


class EmergenciesFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`emergencies.yaml`. The supervisor who is sought ahead of all other callers joins the call, or first
    listens; `without_supervisor` is what the agent does where none is there."""

    kinds: Annotated[tuple[EmergencyKind, ...], msgspec.Meta(min_length=1)]
    without_supervisor: Words
    supervisor: Literal["joins", "listens"] = "joins"

    def kind(self, name: str) -> EmergencyKind:
        """The first for one that is not there any more: a call goes on with the newest procedure."""
        return next((kind for kind in self.kinds if kind.id == name), self.kinds[0])

    def has(self, name: str) -> bool:
        return any(kind.id == name for kind in self.kinds)


BY_DEFAULT = EmergenciesFile(
    kinds=(
        EmergencyKind(
            id="emergency",
            titles={"en": "Emergency", "es": "Emergencia"},
            steps=(
                {
                    "en": "Stay on the line with the caller, stay calm and listen.",
                    "es": "Quédese en la línea con la persona, mantenga la calma y escuche.",
                },
                {
                    "en": "Ask where the caller is, and for a number to call back.",
                    "es": "Pregunte dónde está la persona y a qué número se le puede llamar.",
                },
                {
                    "en": "Have the emergency services called, as your agency has told you.",
                    "es": "Haga que se llame a los servicios de emergencia, como le indicó su agencia.",
                },
            ),
        ),
    ),
    without_supervisor={
        "en": "Do not wait for a supervisor: go on with the steps, and have a colleague near you help.",
        "es": "No espere a un supervisor: siga los pasos y pida ayuda a un colega que esté cerca.",
    },
)
"""For an agency that has not written its own."""
