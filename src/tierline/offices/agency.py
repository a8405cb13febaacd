"""The agency itself (`agency.yaml`)."""

from zoneinfo import ZoneInfo

from tierline.offices.provenance import Sourced


class AgencyFile(Sourced, frozen=True):
    """`languages` in the order the IVR offers them. `numbers` are the telephone numbers that this agency
    answers, as dialled. `names` and `disclaimers` by language."""

    id: str
    names: dict[str, str]
    languages: tuple[str, ...]
    time_zone: str
    numbers: tuple[str, ...]
    disclaimers: dict[str, str]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)
