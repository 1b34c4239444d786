"""The edge of a service for every request: body limit, strict JSON, trace id. Routers use `StrictRoute`."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from fastapi.security import SecurityScopes
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chamdiem_kit import strict_json
from chamdiem_kit.access import permitted, signed_in
from chamdiem_kit.errors import DomainError, Malformed, PreconditionRequired, TooLarge
from chamdiem_kit.logs import start_trace
from chamdiem_kit.problems import problem_response
from chamdiem_kit.quick_route import QuickRoute


class _StrictRequest(Request):
    async def json(self) -> Any:
        if not hasattr(self, "_strict"):
            self._strict = strict_json.loads(await self.body())
        return self._strict


class StrictRoute(APIRoute):
    """Reads JSON bodies strictly (`strict_json`), and asks who acts before it says what is wrong with a request."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        original = super().get_route_handler()
        quick = QuickRoute.of(self)

        async def handler(request: Request) -> Response:
            strict = _StrictRequest(request.scope, request.receive)
            if quick is not None and (answer := await quick.answer(strict)) is not None:
                return answer
            try:
                return await original(strict)
            except (HTTPException, Malformed, PreconditionRequired) as fault:
                await self._ask_who_acts(request)
                # The framework wraps whatever goes wrong while it reads the body; ours says more.
                if isinstance(fault, HTTPException) and isinstance(fault.__cause__, DomainError):
                    raise fault.__cause__ from fault
                raise

        return handler

    async def _ask_who_acts(self, request: Request) -> None:
        for dependant in self.dependant.dependencies:
            if dependant.call is permitted:
                await permitted(SecurityScopes(dependant.own_oauth_scopes or []), request)
            elif dependant.call is signed_in:
                await signed_in(request)


class EdgeMiddleware:
    """Starts the trace and refuses a body over the limit before it is read whole."""

    def __init__(self, app: ASGIApp, max_body_bytes: int) -> None:
        self._app, self._max = app, max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {k.lower(): v for k, v in scope["headers"]}
        trace = start_trace(headers.get(b"traceparent", b"").decode("latin-1"))
        length = headers.get(b"content-length", b"")
        if length.isdigit() and int(length) > self._max:
            await problem_response(self._too_large())(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            if message["type"] == "http.request":
                read += len(message.get("body", b""))
                if read > self._max:
                    raise self._too_large()
            return message

        async def traced(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-trace-id", trace.encode())]
            await send(message)

        await self._app(scope, counted, traced)

    def _too_large(self) -> TooLarge:
        return TooLarge(f"Nội dung vượt {self._max // (1024 * 1024)} MiB; hãy chia nhỏ rồi gửi lại.")
