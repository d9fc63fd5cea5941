"""The one place where the parts meet: settings in, an LLM or a server that digests out."""

import asyncio
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    ExitStack,
    asynccontextmanager,
    nullcontext,
)
from pathlib import Path

import uvicorn
from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide

from nutgraf.desk import Desk
from nutgraf.errors import SetupError
from nutgraf.guards import guarded, refuse_any_but_loopback
from nutgraf.llm import LLM
from nutgraf.llm.embedded import Embedded, Warmth
from nutgraf.llm.fetch import QWEN
from nutgraf.llm.remote import Remote
from nutgraf.llm.weights import conversion, ensure, seal
from nutgraf.problems import on_error
from nutgraf.request_body import MAX_BYTES
from nutgraf.routes import MAX_DEADLINE, ROUTES
from nutgraf.settings import Settings
from nutgraf.store import Store, open_store
from nutgraf_prompts import Prompt, named
from nutgraf_schemas import draft

_log = logging.getLogger(__name__)
_DEADLINE_EMBEDDED, _DEADLINE_REMOTE = 180.0, 60.0
_Starting = AbstractAsyncContextManager[LLM]


@asynccontextmanager
async def connect(settings: Settings) -> AsyncIterator[LLM]:
    """The LLM that the settings name.

    The embedded one has been started and is warm with the prompt; a remote one has not been asked anything.
    Raises `SetupError` when the embedded one cannot be had.
    """
    if settings.embedded:
        weights = await asyncio.to_thread(ensure, settings.weights, settings.cache)
        warm = _constant_beginnings(named(settings.prompt))
        with ExitStack() as alone:
            # Another process may be making the copy: this waits on a thread.
            first = await asyncio.to_thread(alone.enter_context, conversion(weights))
            async with Embedded(weights.gguf, weights.converted, warm=warm, name=weights.name) as engine:
                if first:
                    await asyncio.to_thread(seal, weights)
                alone.close()
                yield engine
    else:
        key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
        async with (
            Remote(
                settings.llm,
                _name(settings),
                key=key,
                slots=settings.llm_slots,
                timeout=MAX_DEADLINE,  # no less: the LLM may take as long as its caller waits, and the desk has the clock
            ) as remote
        ):
            yield remote


def create_app(settings: Settings, llm: LLM | None = None, store: Store | None = None) -> Litestar:
    """The server. What is given as `llm` or `store` is used as it is; else the settings say what is started.

    Starting up raises `SetupError` when the store cannot be used. The LLM starts behind it:
    `/livez` answers at once, `/readyz` once the LLM does.
    """

    @asynccontextmanager
    async def parts(app: Litestar) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            kept = await stack.enter_async_context(
                nullcontext(store) if store else open_store(settings.store)
            )
            ready = await stack.enter_async_context(
                _behind_us(nullcontext(llm) if llm else connect(settings))
            )
            app.state.desk = Desk(ready, named(settings.prompt), kept, llm.name if llm else _name(settings))
            yield

    def desk(state: State) -> Desk:
        found: Desk = state.desk
        return found

    deadline = _DEADLINE_EMBEDDED if settings.embedded else _DEADLINE_REMOTE
    app = Litestar(
        ROUTES,
        lifespan=[parts],
        dependencies={
            "desk": Provide(desk, sync_to_thread=False),
            "deadline": Provide(lambda: deadline, sync_to_thread=False),
        },
        exception_handlers={Exception: on_error},
        request_max_body_size=MAX_BYTES,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    app.asgi_handler = guarded(app.asgi_handler)
    return app


def run(settings: Settings, host: str, port: int) -> None:
    """Serve until stopped.

    Raises `SetupError` for any `host` but loopback, a port that cannot be had and a store of no use.
    """
    refuse_any_but_loopback(host)
    _try_port(host, port)
    asyncio.run(_try_out(settings.store))
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        access_log=settings.log_level in ("debug", "info"),
        proxy_headers=False,
        server_header=False,
    )


def _name(settings: Settings) -> str:
    """The name of the LLM that `connect` starts, known before it has started."""
    if settings.embedded:
        return settings.weights.stem if settings.weights else QWEN.name
    return settings.llm_name or ""  # `Settings` demands it


def _try_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host.strip("[]"), port), family=family).close()
    except OSError as error:
        raise SetupError(
            f"nutgraf cannot listen on port {port} of {host}: {os.strerror(error.errno or 0)}. "
            "Stop what uses the port, or choose another with --port."
        ) from error


async def _try_out(store: Path) -> None:
    async with open_store(store):
        pass


def _constant_beginnings(prompt: Prompt) -> Warmth:
    """The prompt's conversations without an article: what all requests with it begin with."""
    nothing = dict.fromkeys(prompt.inputs, "-")  # instructor makes a list of an empty message
    return [(prompt.messages(task, **nothing), getattr(draft, name)) for task, name in prompt.schemas.items()]


@asynccontextmanager
async def _behind_us(starting: _Starting) -> AsyncIterator[asyncio.Future[LLM]]:
    """Start an LLM behind our back; the future has it once it answers, or the reason why it never will."""
    ready: asyncio.Future[LLM] = asyncio.get_running_loop().create_future()

    async def hold() -> None:
        async with starting as llm:
            ready.set_result(llm)
            await asyncio.Event().wait()

    def ended(task: asyncio.Task[None]) -> None:
        if task.cancelled():
            ready.cancel()
        elif (error := task.exception()) is not None:
            _log.error("the LLM has ended: %s", error)
            if not ready.done():
                ready.set_exception(error)
                ready.exception()  # the log has it now; requests are told as they come

    holding = asyncio.create_task(hold())
    holding.add_done_callback(ended)
    try:
        yield ready
    finally:
        holding.cancel()
        await asyncio.wait([holding])
