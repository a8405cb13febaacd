"""The benchmark's callers speak enough SIP for a call."""

import pytest

from tierline.bench.sip import Dialog, Message, media_of, ok, read

ANSWERED = (
    "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.1:1;branch=z9hG4bKx\r\nFrom: <sip:a@b>;tag=1\r\n"
    "To: <sip:plain@127.0.0.1:5060>;tag=engine\r\nCall-ID: c1\r\nCSeq: 1 INVITE\r\n"
    "Contact: <sip:127.0.0.1:5060>\r\n\r\n"
    "v=0\r\nc=IN IP4 127.0.0.9\r\nm=audio 12345 RTP/AVP 0 101\r\n"
)


def dialog() -> Dialog:
    return Dialog(("127.0.0.1", 4000), ("127.0.0.1", 5060), "plain", 6000)


def test_an_answer_tells_which_request_and_call_it_is_for_and_where_sound_goes() -> None:
    message = read(ANSWERED.encode())
    assert (message.status, message.method, message.call) == (200, "INVITE", "c1")
    assert media_of(message) == ("127.0.0.9", 12345)


def test_an_answer_without_a_place_for_sound_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for sound"):
        media_of(Message(200, "INVITE", "c1", "SIP/2.0 200 OK\r\n\r\n"))


def test_after_the_answer_requests_go_to_its_contact_with_its_tag() -> None:
    call = dialog()
    acknowledged = read(call.acknowledge(read(ANSWERED.encode())))
    hung_up = read(call.bye())
    for message, method in ((acknowledged, "ACK"), (hung_up, "BYE")):
        assert message.text.startswith(f"{method} sip:127.0.0.1:5060 SIP/2.0\r\n")
        assert message.header("To") == "<sip:plain@127.0.0.1:5060>;tag=engine"
    assert hung_up.header("CSeq") == "2 BYE"


def test_a_refusal_is_acknowledged_in_the_invitations_own_transaction() -> None:
    call = dialog()
    invited = read(call.invite())
    refused = read(ANSWERED.replace("200 OK", "503 Busy").encode())
    assert read(call.acknowledge(refused)).header("Via") == invited.header("Via")


def test_the_engines_own_request_is_answered_with_its_headers() -> None:
    request = read(
        b"BYE sip:bench@127.0.0.1 SIP/2.0\r\nVia: v\r\nFrom: f\r\nTo: t\r\nCall-ID: c1\r\nCSeq: 9 BYE\r\n\r\n"
    )
    answer = read(ok(request))
    assert (answer.status, answer.call, answer.header("CSeq"), answer.header("Via")) == (
        200,
        "c1",
        "9 BYE",
        "v",
    )
