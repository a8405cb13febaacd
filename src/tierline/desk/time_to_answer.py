"""How long a caller may take for the first key after what was said: longer where somebody types it."""

from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.ivr.patience import seconds_to_wait


def time_for_a_key(center: Center, call: Call, seconds: float) -> float:
    """`seconds` are for callers who hear for themselves. All that was said since the caller's last answer
    counts: an operator may be typing several prompts behind."""
    relay = center.pinned(call).flow.patience.relay if call.relay else None
    return seconds_to_wait(seconds, center.words_said[call.id], relay)


def answered(center: Center, call_id: CallId) -> None:
    """The caller pressed a key, or had the time to: nothing of what was said is still being typed."""
    center.words_said.pop(call_id, None)
