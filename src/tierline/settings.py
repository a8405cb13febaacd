"""What the person who starts a center decides; everything else has a default that needs no decision."""

from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from tierline.asterisk.trunk import Trunk
from tierline.ports.door import Admission

T = TypeVar("T")


class BadSettings(Exception):
    """A setting cannot be used; the message is one line that says which and what to do."""


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`line.yaml` in the state folder: how the telephone network reaches this center. `bind` is the address
    that the engine listens on. Without `hold_music` whoever waits hears nothing, and costs little."""

    bind: str = "127.0.0.1"
    trunks: tuple[Trunk, ...] = ()
    tls_cert: Path | None = None
    tls_key: Path | None = None
    tls_ca: Path | None = None
    hold_music: bool = True


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`trial` answers at any hour and offers the browser phone on the start page. `port` is the web's, on
    loopback."""

    var: Path
    port: int
    agency: Path
    ui: Path
    trial: bool

    def line(self) -> Line:
        """Raises BadSettings."""
        return self._file("line.yaml", Line)

    def admission(self) -> Admission:
        """`admission.yaml` in the state folder: how many calls come in. Raises BadSettings."""
        return self._file("admission.yaml", Admission)

    def _file(self, name: str, of: type[T]) -> T:
        """What is not written is as by default."""
        file = self.var / name
        try:
            written = yaml.safe_load(file.read_text("utf-8")) if file.exists() else None
            return msgspec.convert(written or {}, type=of, dec_hook=_path)
        except (OSError, yaml.YAMLError, msgspec.ValidationError) as wrong:
            raise BadSettings(f"{file}: {wrong}") from wrong


def _path(wanted: type, written: object) -> object:
    if wanted is Path and isinstance(written, str):
        return Path(written)
    raise ValueError("a file's name is wanted")
