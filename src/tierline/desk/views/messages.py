"""Messages in writing, as the timeline tells of them."""

from tierline.calls import message_events as me
from tierline.calls.names import Channel
from tierline.desk.views import words
from tierline.desk.views.said import Said

_BY: dict[Channel, str] = {"sms": "a text message", "email": "an e-mail"}
_SENT = {
    "gateway": "Sent it: the gateway has taken the message",
    "trial": "Sent nothing: this is a trial without a gateway, else the message would have gone out",
}
_FAILED = {
    "refused": "Could not send the message: the gateway refused it for good",
    "gave_up": "Could not send the message: gave up after a day of tries",
}


def of_a_message(event: object) -> Said:
    match event:
        case me.MessageQueued(channel=channel, prompt=prompt):
            return "center", f"Will send {_BY[channel]}: {words.plain(prompt)}", "menu"
        case me.MessageSent(how=how):
            return "center", _SENT[how], "menu"
        case me.MessageFailed(why=why):
            return "center", _FAILED[why], "menu"
        case _:
            return None
