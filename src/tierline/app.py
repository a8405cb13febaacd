"""The only wiring: makes every part, gives each what it needs, and takes them down in reverse."""

import asyncio
import gc
import secrets
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from importlib.metadata import version

import structlog
import uvicorn

from tierline.agency.script_file import YamlScripts
from tierline.asterisk.ari import AriAddress
from tierline.asterisk.door import asterisk_door
from tierline.asterisk.engine import Engine
from tierline.asterisk.engine_config import EngineSettings
from tierline.asterisk.keeping import keep_running
from tierline.asterisk.phones import SipAddress
from tierline.asterisk.recorded_files import RecordedFiles
from tierline.asterisk.switch import AsteriskSwitch
from tierline.asterisk.trunk import line_out
from tierline.background import background
from tierline.calls.names import AgentId
from tierline.clock import SystemClock
from tierline.desk.admitting import Admitting
from tierline.desk.center import Center
from tierline.desk.closing import watch
from tierline.desk.destroying import destroy_by_schedule
from tierline.desk.following import follow
from tierline.desk.full_lines import watch_lines
from tierline.desk.library.at_hand import follow_library
from tierline.desk.operating import operate
from tierline.desk.recording import record
from tierline.desk.scripts_in_time import watch_scripts
from tierline.engine_words import give_words
from tierline.notified import notifier_at_start
from tierline.only_one import only_one
from tierline.own_ports import engine_ports, is_free
from tierline.ports.agency import Agency
from tierline.ports.door import Admission
from tierline.ports.editions import Edition
from tierline.ports.store import Store, StoreAway
from tierline.published import progress, published_editions
from tierline.published_cases import case_system
from tierline.publishing.at_hand import BundlesAtHand
from tierline.publishing.editions import PublishedEditions
from tierline.publishing.starting import edition_at_start
from tierline.settings import BadSettings, Line, Settings
from tierline.sign_ins import SignIns
from tierline.store_at_start import store_and_spool
from tierline.tty_heard import warn_where_tty_is_not_heard
from tierline.web.app import web_app
from tierline.web.passwords import ensure_sign_ins
from tierline.web.settings import WebSettings

log = structlog.get_logger()
Say = Callable[[str], None]


async def run(settings: Settings, say: Say) -> None:
    """Until SIGINT or SIGTERM; then everything that was started is ended. Raises BadSettings, BadAgency,
    EditionUnusable, EngineFailed, MasterKeyUnusable."""
    with only_one(settings.var):
        if not is_free(settings.port, udp=False):
            raise BadSettings(
                f"port {settings.port} is taken: set TIERLINE_PORT to another, such as {settings.port + 10}"
            )
        async with AsyncExitStack() as stack:
            store, spool = await stack.enter_async_context(store_and_spool(settings.var))
            bundles = BundlesAtHand(store.bundles, settings.var / "agency-at-hand")
            editions = await stack.enter_async_context(published_editions(bundles, settings.var))
            edition = await _edition(settings, bundles, editions, say)
            agency = edition.agency
            sign_ins = await _sign_ins(settings, store, agency)
            admits = settings.admission()
            engine = await stack.enter_async_context(_engine(settings, settings.line(), admits, say))
            await warn_where_tty_is_not_heard(engine, agency, say)
            await give_words(engine, edition)
            switch = await stack.enter_async_context(_switch(engine))
            counts = settings.var / "turned-away.json"
            door = await stack.enter_async_context(asterisk_door(_ari(engine), counts, lambda: engine.pid))
            notifier = await stack.enter_async_context(notifier_at_start(settings, agency, say))
            cases = await stack.enter_async_context(case_system(bundles, agency, settings.var, SystemClock()))
            center = Center(
                edition=edition,
                switch=switch,
                store=store,
                spool=spool,
                clock=SystemClock(),
                cases=cases,
                always_open=settings.trial,
                editions=editions,
            )
            center.notifier = notifier
            center.script_files = YamlScripts()
            center.on_published.append(lambda newest: _take_up(settings, bundles, center, engine, newest))
            center.on_published.append(cases.take_up)
            center.records.on_back.append(lambda: _late_sign_ins(settings, center))
            stack.push_async_callback(center.records.close)
            stack.push_async_callback(center.looks.settled)
            follow(center)
            follow_library(center)
            watch(center)
            watch_lines(center)
            watch_scripts(center)
            Admitting(center, door, admits).begin()
            record(center, RecordedFiles(engine.recordings))
            destroy_by_schedule(center)
            await stack.enter_async_context(background(operate(center)))
            await stack.enter_async_context(background(keep_running(engine)))
            await _serve(settings, center, engine, lambda: _announce(settings, agency, engine, sign_ins, say))
            say("Ending: calls, engine, web.")


async def _edition(
    settings: Settings, bundles: BundlesAtHand, editions: PublishedEditions, say: Say
) -> Edition:
    """What calls begin with, its prompts rendered. A center that starts without its database goes on with the
    version of before. Raises BadAgency, EditionUnusable, NotDurable, SchemaTooNew, and StoreAway at a first
    start."""
    now = SystemClock().now()
    try:
        edition = await edition_at_start(
            bundles, editions, settings.agency, trial=settings.trial, now=now, say=say
        )
        await bundles.remember(edition.version)
    except StoreAway as away:
        version = await bundles.copied()
        if version is None:
            raise
        log.error("the database is away; the IVR goes on with the agency of before", why=str(away))
        edition = await editions.edition(version)
    await editions.prepare(edition, progress(say))
    return edition


async def _sign_ins(settings: Settings, store: Store, agency: Agency) -> dict[str, str]:
    """Of all staff; while the database is away nobody can sign in, and the center starts all the same."""
    try:
        await _make_sign_ins(settings, store, agency)
    except StoreAway as away:
        log.error("nobody can sign in until the database is back", why=str(away))
    return SignIns(settings.var / "sign-ins.json").read()


async def _make_sign_ins(settings: Settings, store: Store, agency: Agency) -> None:
    """Passwords for those who have none yet. Raises StoreAway."""
    made = await ensure_sign_ins(store, agency.staff.values())
    SignIns(settings.var / "sign-ins.json").add({str(user): password for user, password in made.items()})


def _late_sign_ins(settings: Settings, center: Center) -> None:
    center.spawn(_make_sign_ins(settings, center.store, center.agency))


async def _take_up(
    settings: Settings, bundles: BundlesAtHand, center: Center, engine: Engine, newest: Agency
) -> None:
    """What a new version of the agency brings besides its tables and flow."""
    await bundles.remember(newest.version)
    await _sign_ins(settings, center.store, newest)
    await give_words(engine, center.in_force.newest)


@asynccontextmanager
async def _engine(settings: Settings, line: Line, admits: Admission, say: Say) -> AsyncIterator[Engine]:
    engine = Engine(
        EngineSettings(
            var=settings.var,
            ports=engine_ports(settings.port, line.bind),
            ari_user="tierline",
            ari_password=secrets.token_urlsafe(24),
            admits=admits,
            trunks=line.trunks,
            tls_cert=line.tls_cert,
            tls_key=line.tls_key,
            tls_ca=line.tls_ca,
            hold_music=line.hold_music,
        )
    )
    if await engine.adopt():
        say("Engine: found running, its calls go on")
    else:
        await engine.start()
        say("Engine: started")
    try:
        yield engine
    finally:
        await engine.stop()


def _switch(engine: Engine) -> AsteriskSwitch:
    """An engine that was adopted runs with the settings it was started with, so these are asked of it."""
    ran = engine.settings
    ports = ran.ports
    sip = SipAddress(ports.bind, ports.sip, _websocket(engine) + "/ws")
    return AsteriskSwitch(_ari(engine), sip, line=line_out(ran.trunks), hold_music=ran.hold_music)


def _ari(engine: Engine) -> AriAddress:
    ran = engine.settings
    return AriAddress(engine.ari_url, ran.ari_user, ran.ari_password, ran.app)


def _websocket(engine: Engine) -> str:
    return engine.websocket_url.removesuffix("/ws")


class _Server(uvicorn.Server):
    def __init__(self, announce: Callable[[], None], config: uvicorn.Config) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            gc.freeze()  # what is there for good is not looked through again: callers would hear the pause
            self._announce()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are ours: the engine is to end after the web, and in order."""
        yield


async def _serve(settings: Settings, center: Center, engine: Engine, announce: Callable[[], None]) -> None:
    web = WebSettings(
        sip=sip_address(engine, center.agency),
        version=version("tierline"),
        ui=settings.ui,
        engine_websocket=_websocket(engine),
        trial=settings.trial,
    )
    server = _Server(
        announce,
        uvicorn.Config(
            web_app(center, web),
            host="127.0.0.1",
            port=settings.port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
        ),
    )
    loop = asyncio.get_running_loop()
    for ending in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(ending, lambda: setattr(server, "should_exit", True))
    await server.serve()


def sip_address(engine: Engine, agency: Agency) -> str:
    ports = engine.settings.ports
    return f"sip:{agency.profile.numbers[0]}@{ports.bind}:{ports.sip}"


def _announce(settings: Settings, agency: Agency, engine: Engine, sign_ins: dict[str, str], say: Say) -> None:
    say("")
    say(f"  Call the center:  {sip_address(engine, agency)}   (or from the browser, on the page below)")
    say("  Sign in as:")
    shown: set[str] = set()
    for user, password in sign_ins.items():
        role = agency.staff[AgentId(user)].role if user in agency.staff else ""
        if role and role not in ("author", "approver") and role not in shown:
            shown.add(role)
            say(f"    {role:<11} {user:<14} {password}")
    say(f"  All sign-ins: {settings.var / 'sign-ins.json'}")
    say("")
    say(f"ready: http://127.0.0.1:{settings.port}")
