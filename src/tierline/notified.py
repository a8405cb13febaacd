"""Wires what sends messages in writing, and says at the start what will become of them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from tierline.clock import SystemClock
from tierline.ivr.steps import Send
from tierline.notify.opening import notifier_of
from tierline.notify.secrets import SecretMissing
from tierline.notify.settings import BadNotifier, NotifierFile, read_notifier
from tierline.notify.trial import TrialNotifier
from tierline.ports.agency import Agency
from tierline.ports.notifier import Notifier
from tierline.settings import BadSettings, Settings


@asynccontextmanager
async def notifier_at_start(
    settings: Settings, agency: Agency, say: Callable[[str], None]
) -> AsyncIterator[Notifier | None]:
    """None where nothing can be sent: callers are told so. Raises BadSettings."""
    file = _file(settings)
    wanted = {step.channel for step in agency.flow.steps.values() if isinstance(step, Send)}
    if file is None:
        if wanted:
            say(_WITHOUT[settings.trial])
        yield TrialNotifier() if settings.trial else None
        return
    try:
        async with notifier_of(file, SystemClock()) as notifier:
            for channel in sorted(wanted - notifier.channels):
                say(f"Messages: nothing is sent by {channel}: it is not in notifier.yaml")
            yield notifier
    except SecretMissing as missing:
        raise BadSettings(f"{settings.var / 'notifier.yaml'}: {missing}") from missing


_WITHOUT = {
    True: "Messages: none leaves this machine (a trial without notifier.yaml); a call's timeline shows them",
    False: "Messages: none is sent, and callers are told so: there is no notifier.yaml",
}


def _file(settings: Settings) -> NotifierFile | None:
    try:
        return read_notifier(settings.var / "notifier.yaml")
    except BadNotifier as wrong:
        raise BadSettings(str(wrong)) from wrong
