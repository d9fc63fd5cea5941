"""The one place where the parts meet: settings in, a server that digests out."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext

from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide

from nutgraf.desk import Desk
from nutgraf.guards import guarded
from nutgraf.llm import LLM
from nutgraf.problems import on_error
from nutgraf.request_body import MAX_BYTES
from nutgraf.routes import ROUTES
from nutgraf.settings import Settings
from nutgraf.store import Store, open_store
from nutgraf_prompts import named

_log = logging.getLogger(__name__)
_DEADLINE_EMBEDDED, _DEADLINE_REMOTE = 180.0, 60.0


def create_app(settings: Settings, llm: LLM, store: Store | None = None) -> Litestar:
    """The server. What is given as `llm` or `store` is used as it is; else the settings say what is started.

    Starting up raises `SetupError` when the store cannot be used. The LLM starts behind it:
    `/livez` answers at once, `/readyz` once the LLM does.
    """

    @asynccontextmanager
    async def parts(app: Litestar) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            kept = await stack.enter_async_context(nullcontext(store) if store else open_store(settings.store))
            ready = await stack.enter_async_context(_starting(nullcontext(llm)))
            app.state.desk = Desk(ready, named(settings.prompt), kept)
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


@asynccontextmanager
async def _starting(connection: AbstractAsyncContextManager[LLM]) -> AsyncIterator[asyncio.Future[LLM]]:
    """Start an LLM behind our back; the future has it once it answers, or the reason why it never will."""
    ready: asyncio.Future[LLM] = asyncio.get_running_loop().create_future()

    async def hold() -> None:
        async with connection as llm:
            ready.set_result(llm)
            await asyncio.Event().wait()

    def ended(task: asyncio.Task[None]) -> None:
        if task.cancelled():
            ready.cancel()
        elif (error := task.exception()) is not None:
            _log.error("the LLM has ended: %s", error)
            if not ready.done():
                ready.set_exception(error)
                ready.exception()  # told in the log; requests are told as they come

    holding = asyncio.create_task(hold())
    holding.add_done_callback(ended)
    try:
        yield ready
    finally:
        holding.cancel()
        await asyncio.wait([holding])
