"""The passwords made at the first start, kept where only the person who started the center can read them."""

from pathlib import Path

import msgspec

from tierline.ports.agency import Agency
from tierline.ports.store import Store
from tierline.web.passwords import ensure_sign_ins


class SignIns:
    """A JSON object of user → password, mode 0600: for the first sign-ins, and for the demonstration."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> dict[str, str]:
        """Empty when there is no file."""
        if not self._file.exists():
            return {}
        return msgspec.json.decode(self._file.read_bytes(), type=dict[str, str])

    async def ensure(self, store: Store, agency: Agency) -> dict[str, str]:
        """All known, after new ones for staff without. Raises StoreAway."""
        made = await ensure_sign_ins(store, agency.staff.values())
        known = self.read() | {str(user): password for user, password in made.items()}
        if made:
            unfinished = self._file.with_suffix(".new")
            unfinished.touch(mode=0o600)
            unfinished.write_bytes(msgspec.json.format(msgspec.json.encode(known)))
            unfinished.replace(self._file)
        return known
