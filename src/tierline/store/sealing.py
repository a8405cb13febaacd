"""A text under a key: AES-256-GCM, with a new nonce each time in front. What it belongs to is authenticated:
it opens in no other place."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
KEY_BYTES = 32


class Unreadable(Exception):
    """It was sealed under another key or for another place, or it was changed since."""


class Key:
    """Made once for many texts: to make it takes as long as to seal one."""

    def __init__(self, secret: bytes) -> None:
        self._cipher = AESGCM(secret)

    def seal(self, content: bytes, of: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, content, of.encode())

    def open(self, sealed: bytes, of: str) -> bytes:
        """Raises Unreadable."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], of.encode())
        except (InvalidTag, ValueError) as wrong:
            raise Unreadable(of) from wrong


def new_secret() -> bytes:
    return secrets.token_bytes(KEY_BYTES)
