""" "Call the center" from the start page, in trial mode only."""

import msgspec
from litestar import Router, get, post
from litestar.params import FromPath
from litestar.response import Stream

from tierline.desk.refusal import NotFound
from tierline.ports.switch import SipLogin
from tierline.web.guards import ANYONE
from tierline.web.live import event_stream, live
from tierline.web.public.trial_phones import Transcript
from tierline.web.site import TheSite


class TrialPhone(msgspec.Struct, frozen=True):
    token: str
    login: SipLogin
    dial: str


@post("/", roles=ANYONE, status_code=200)
async def trial_phone(site: TheSite) -> TrialPhone:
    if not site.settings.trial:
        raise NotFound("there are no trial phones here")
    token, login = await site.trial_phones.new()
    return TrialPhone(token, login, site.settings.sip)


@get("/{token:str}/transcript", roles=ANYONE)
async def transcript(site: TheSite, token: FromPath[str]) -> Stream:
    await site.trial_phones.transcript(token)

    async def now() -> Transcript:
        if site.trial_phones.exists(token):
            return await site.trial_phones.transcript(token)
        return Transcript((), "ended")

    async def exists() -> bool:
        return site.trial_phones.exists(token)

    return event_stream(live(site.changes, now, exists))


routes = Router("/api/trial/phone", route_handlers=[trial_phone, transcript])
