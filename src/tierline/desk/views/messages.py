"""Messages in writing, as the timeline tells of them."""

from tierline.calls import message_events as me
from tierline.calls.names import Channel
from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.sentence import Sentence, sentence

_BY: dict[Channel, Sentence] = {"sms": sentence("a text message"), "email": sentence("an e-mail")}
_SENT = {
    "gateway": sentence("Sent it: the gateway has taken the message"),
    "trial": sentence(
        "Sent nothing: this is a trial without a gateway, else the message would have gone out"
    ),
}
_FAILED = {
    "refused": sentence("Could not send the message: the gateway refused it for good"),
    "gave_up": sentence("Could not send the message: gave up after a day of tries"),
}


def of_a_message(event: object) -> Said:
    match event:
        case me.MessageQueued(channel=channel, prompt=prompt):
            will = sentence("Will send {what}: {prompt}", what=_BY[channel], prompt=words.plain(prompt))
            return "center", will, "menu"
        case me.MessageSent(how=how):
            return "center", _SENT[how], "menu"
        case me.MessageFailed(why=why):
            return "center", _FAILED[why], "menu"
        case _:
            return None
