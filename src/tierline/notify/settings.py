"""`notifier.yaml` in the state folder: by what messages in writing go out."""

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import yaml

from tierline.notify.email import MailServer
from tierline.notify.http import HttpGateway


class BadNotifier(Exception):
    """The message is one line that says where and what to do."""


class NotifierFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A channel that is left out cannot be used."""

    sms: HttpGateway | None = None
    email: MailServer | None = None


def read_notifier(file: Path) -> NotifierFile | None:
    """None without the file. Raises BadNotifier."""
    if not file.exists():
        return None
    try:
        read = msgspec.convert(yaml.safe_load(file.read_text("utf-8")) or {}, type=NotifierFile)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as wrong:
        raise BadNotifier(f"{file}: {wrong}") from wrong
    if read.sms and not _is_private(read.sms.url):
        raise BadNotifier(f"{file}: sms.url is not https://…: callers' numbers could be read on the way")
    if read.email and read.email.security == "none" and not _is_here(read.email.host):
        raise BadNotifier(f"{file}: email.security is none: addresses could be read on the way; use starttls")
    return read


def _is_private(url: str) -> bool:
    """Encrypted, or within this machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or ""))


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
