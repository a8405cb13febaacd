"""The light telephones of the benchmarks: whose sound it is, and what a rung phone says."""

import asyncio
from typing import Any

from tierline.bench import sip
from tierline.bench.phones.agents import PICKED_UP_AFTER, AgentPhones
from tierline.bench.phones.answering import Registration, answer, dialled, sdp
from tierline.bench.phones.leg import OFTEN, SELDOM, STILL_OFTEN, Leg
from tierline.bench.phones.marking import Marked, heard
from tierline.bench.rtp import HEADER, SILENCE, SOUND

INVITED = sip.read(
    b"INVITE sip:agent-7@127.0.0.1:4000 SIP/2.0\r\nVia: v\r\nFrom: <sip:c@e>;tag=1\r\n"
    b"To: <sip:agent-7@127.0.0.1>\r\nCall-ID: c1\r\nCSeq: 5 INVITE\r\n\r\n"
    b"v=0\r\nc=IN IP4 127.0.0.9\r\nm=audio 12345 RTP/AVP 0\r\n"
)


def test_sound_says_whose_it_is() -> None:
    assert [heard(Marked(nth).packet()) for nth in (0, 7, 40_000)] == [0, 7, 40_000]


def test_silence_and_noise_are_nobodys() -> None:
    assert heard(HEADER.pack(0x80, SOUND, 1, 160, 1) + SILENCE) is None
    assert heard(b"") is None


def test_a_rung_phone_answers_with_its_own_tag_and_where_sound_goes() -> None:
    answered = sip.read(answer(INVITED, ("127.0.0.1", 4000), "200 OK", "t7", sdp("127.0.0.1", 6000)))
    assert (answered.status, answered.method, answered.call) == (200, "INVITE", "c1")
    assert answered.header("To") == "<sip:agent-7@127.0.0.1>;tag=t7"
    assert sip.media_of(answered) == ("127.0.0.1", 6000)


def test_the_phone_that_rings_is_told_by_the_requests_address() -> None:
    assert dialled(INVITED) == "agent-7"


def test_a_registration_answers_the_challenge_with_the_digest_of_rfc_2617() -> None:
    phone = Registration("agent-7", "secret", ("127.0.0.1", 4000), ("127.0.0.1", 5060))
    first = sip.read(phone.message())
    challenge = sip.read(
        b'SIP/2.0 401 Unauthorized\r\nCSeq: 1 REGISTER\r\nWWW-Authenticate: Digest realm="asterisk",'
        b'nonce="n1",opaque="o1",algorithm=MD5,qop="auth"\r\n\r\n'
    )
    again = sip.read(phone.message(challenge))
    assert (first.header("CSeq"), again.header("CSeq")) == ("1 REGISTER", "2 REGISTER")
    assert first.header("Authorization") == ""
    proof = again.header("Authorization")
    # Worked out apart, by the formula: md5(md5(user:realm:secret):nonce:nc:cnonce:qop:md5(REGISTER:uri)).
    assert 'response="4f2b1f082022c148b3cf353f781fa290"' in proof
    assert 'opaque="o1"' in proof


def test_a_leg_sends_often_until_both_know_one_another_and_seldom_afterwards() -> None:
    leg = Leg(3, "c1")
    assert leg.due(100.0) is None
    leg.answered_at = 100.0
    assert leg.due(100.0)
    assert leg.due(100.0 + OFTEN / 2) is None
    assert leg.took(Marked(7).packet()) == 7
    assert leg.took(Marked(7).packet()) is None
    now = 101.0
    for _ in range(STILL_OFTEN):
        assert leg.due(now)
        now += OFTEN
    assert leg.due(now) is None
    assert leg.due(now + SELDOM)


def test_a_leg_tells_when_it_hears_somebody_else_than_before() -> None:
    leg = Leg(3, "c1")
    assert [leg.took(Marked(nth).packet()) for nth in (7, 7, 8)] == [7, None, 8]


async def test_a_phone_that_rings_as_all_are_taken_away_picks_nothing_up() -> None:
    failed: list[dict[str, Any]] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: failed.append(context))
    phones = AgentPhones(("127.0.0.1", 9), "127.0.0.1")
    await phones.open()
    phones.take(INVITED)
    await phones.close()
    later = asyncio.Event()
    loop.call_later(PICKED_UP_AFTER, later.set)  # begun after the ring, and so over after it
    await later.wait()
    assert failed == []
