"""The door: any ASGI request in; only those meant for this server go on, each with a request id."""

import re
from ipaddress import ip_address
from uuid import uuid4

from litestar import Request
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from nutgraf.errors import NutgrafError, SetupError
from nutgraf.problems import AnyRequest, BadHost, Forbidden, answer, request_id

_HOST = re.compile(r"(?P<name>\[[0-9a-fA-F:]+\]|[^:\[\]]+)(:\d{1,5})?")
_CALLERS_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def guarded(app: ASGIApp) -> ASGIApp:
    """`app` behind the door. A caller's own `X-Request-Id` is kept where it is short and plain."""

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        request: AnyRequest = Request(scope)
        theirs = request.headers.get("x-request-id", "")
        scope["state"]["request_id"] = theirs if _CALLERS_ID.fullmatch(theirs) else uuid4().hex
        host = _loopback_host(request)
        scope["state"]["base"] = f"{scope['scheme']}://{host or 'localhost'}"

        async def stamped(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", request_id(scope).encode()),
                    (b"x-content-type-options", b"nosniff"),
                ]
            await send(message)

        refused = _refusal(scope, request, host)
        if refused is None:
            await app(scope, receive, stamped)
        else:
            response = answer(scope, refused).to_asgi_response(app=None, request=request)
            await response(scope, receive, stamped)

    return door


def loopback(host: str) -> bool:
    """Whether `host` (a name or address, without port) is this machine speaking to itself."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def refuse_any_but_loopback(host: str) -> None:
    """Raises `SetupError` when the server would be reachable from other machines: it has no keys yet."""
    if not loopback(host):
        raise SetupError(
            f"nutgraf has no API keys yet, so it does not listen on {host}. Use 127.0.0.1, ::1 or localhost."
        )


def _loopback_host(request: AnyRequest) -> str | None:
    """The one `Host` that the request names, with its port, if it names loopback."""
    hosts = request.headers.getall("host", [])
    found = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
    return hosts[0] if found and loopback(found["name"]) else None


def _refusal(scope: Scope, request: AnyRequest, host: str | None) -> NutgrafError | None:
    bound_to_loopback = scope["server"] is None or loopback(scope["server"][0])
    if host is None or not bound_to_loopback:
        return BadHost()
    if request.headers.get("sec-fetch-site") == "cross-site":
        return Forbidden()
    return None
