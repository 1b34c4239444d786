"""The platform as the player reaches it: HTTP calls of a signed-in person, with problems as exceptions and a limit on calls at once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import IO, Any, TypeVar
from urllib.parse import quote

import aiohttp
import orjson
from yarl import URL

from chamdiem.cycle.people import Person
from chamdiem.cycle.sessions import Sessions

T = TypeVar("T")

IN_FLIGHT = 8
WAIT_S = 120.0
"""How long a condition that comes by itself (an event that arrives, a result that is aggregated) may take."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.005, 0.25
_PAGE = 500
# A new account is known to a service only after an event, and a database may be busy for a moment; in both cases nothing was written.
_COME_AGAIN = {(403, "no-account"), (429, "too-many"), (503, "unavailable")}


class Problem(Exception):
    """A request that the platform refused. `type` is the last part of the problem's type, `column` the first field at fault or ''."""

    def __init__(self, status: int, body: Mapping[str, Any]) -> None:
        self.status = status
        self.type = str(body.get("type", "")).rsplit("/", 1)[-1]
        self.message = str(body.get("detail") or body.get("title") or "")
        errors = body.get("errors") or [{}]
        self.column = str(errors[0].get("pointer", "")).lstrip("/")
        super().__init__(f"{status} {self.type}: {self.message}")


class PlatformFault(Exception):
    """The platform answered what no cycle can go on with; the text is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class LineProblem:
    """A refused line of a batch: its place in the batch, the first field at fault or '', type and Vietnamese message."""

    index: int
    column: str
    type: str
    message: str


class Api:
    """All calls of a cycle. Raises `Problem` for what was refused, `PlatformFault` for what cannot be."""

    def __init__(self, http: aiohttp.ClientSession, url: str, sessions: Sessions) -> None:
        self._http, self._url, self._sessions = http, url, sessions
        self._gate = asyncio.Semaphore(IN_FLIGHT)

    async def get(self, who: Person, path: str, params: Mapping[str, str] | None = None) -> Any:
        """The JSON answer of a GET."""
        return await self._json(who, "GET", path, params=params)

    async def post(self, who: Person, path: str, body: Any = None, *, params: Mapping[str, str] | None = None) -> Any:
        """The JSON answer of a POST that creates or does something."""
        return await self._json(who, "POST", path, body, params=params)

    async def put(self, who: Person, path: str, body: Any, *, version: int | None = None) -> Any:
        """The JSON answer of a PUT; `version` is the one that is changed, where there has to be one."""
        return await self._json(who, "PUT", path, body, version=version)

    async def batch(self, who: Person, path: str, lines: list[dict[str, Any]]) -> tuple[LineProblem, ...]:
        """Hand in lines at once; those refused."""
        answer = await self._json(who, "PATCH", path, {"lines": lines})
        return tuple(_line_problem(refused) for refused in answer["refused"])

    async def patch(self, who: Person, path: str, body: Any) -> Any:
        """The JSON answer of a PATCH."""
        return await self._json(who, "PATCH", path, body)

    async def pages(self, who: Person, path: str, params: Mapping[str, str] | None = None, *, limit: int = _PAGE) -> AsyncIterator[Any]:
        """Every item of a paged list."""
        after: str | None = None
        while True:
            asked = {**(params or {}), "limit": str(limit)} | ({"after": after} if after else {})
            page = await self.get(who, path, asked)
            for item in page["items"]:
                yield item
            after = page["next"]
            if after is None:
                return

    async def post_by_nobody(self, path: str, body: Any, headers: Mapping[str, str]) -> None:
        """A POST of somebody who is not signed in."""
        async with self._gate, self._http.post(URL(f"{self._url}/api{path}", encoded=True), json=body, headers=headers) as answer:
            if answer.status >= 400:
                raise Problem(answer.status, orjson.loads(await answer.read()))

    async def file(self, who: Person, path: str) -> bytes:
        """A file that the platform prints."""
        return await self._call(who, "GET", path)

    async def upload(self, url: str, headers: Mapping[str, str], content: bytes | IO[bytes]) -> None:
        """Put a file into the object store by a signed link, past the services."""
        async with self._gate, self._http.put(URL(url, encoded=True), data=content, headers=headers) as answer:
            if answer.status >= 300:
                raise PlatformFault(f"Kho tài liệu kiểm chứng không nhận tệp (mã {answer.status}).")

    async def until(self, what: str, ask: Callable[[], Awaitable[T | None]], *, wait_s: float = WAIT_S) -> T:
        """Ask until there is an answer other than None; `what` says in Vietnamese what is waited for. Raises `PlatformFault`."""
        pause = _FIRST_PAUSE_S
        try:
            async with asyncio.timeout(wait_s):
                while (found := await ask()) is None:
                    await asyncio.sleep(pause)
                    pause = min(pause * 1.5, _LONGEST_PAUSE_S)
                return found
        except TimeoutError as fault:
            raise PlatformFault(f"Chờ {wait_s:.0f} giây chưa thấy {what}.") from fault

    async def _json(
        self,
        who: Person,
        method: str,
        path: str,
        body: Any = None,
        *,
        params: Mapping[str, str] | None = None,
        version: int | None = None,
    ) -> Any:
        return orjson.loads(await self._call(who, method, path, body, params=params, version=version))

    async def _call(
        self,
        who: Person,
        method: str,
        path: str,
        body: Any = None,
        *,
        params: Mapping[str, str] | None = None,
        version: int | None = None,
    ) -> bytes:
        data = None if body is None else orjson.dumps(body)

        async def once() -> bytes | None:
            try:
                return await self._once(who, method, path, data, params, version)
            except Problem as problem:
                if (problem.status, problem.type) in _COME_AGAIN:
                    return None
                raise

        return await self.until(f"trả lời của {method} {path}", once)

    async def _once(
        self, who: Person, method: str, path: str, data: bytes | None, params: Mapping[str, str] | None, version: int | None
    ) -> bytes:
        token = await self._sessions.token_of(who)
        sent = {"Authorization": f"Bearer {token}"}
        if who.account_id:
            sent["X-Account"] = who.account_id
        if data is not None:
            sent["Content-Type"] = "application/json"
        if version is not None:
            sent["If-Match"] = f'"{version}"'
        async with self._gate:
            try:
                # Encoded already: a code such as `..` must reach the platform as it is.
                address = URL(f"{self._url}/api{path}", encoded=True)
                async with self._http.request(method, address, params=params, data=data, headers=sent) as answer:
                    content = await answer.read()
            except (aiohttp.ClientError, TimeoutError) as fault:
                raise PlatformFault(f"Nền tảng không trả lời {method} {path}: {type(fault).__name__}.") from fault
        if answer.status < 400:
            return content
        if answer.status >= 500 and answer.status != 503:
            trace = answer.headers.get("X-Trace-Id", "")
            raise PlatformFault(f"Nền tảng gặp lỗi khi thực hiện {method} {path} (mã {answer.status}, theo dõi {trace}).")
        try:
            raise Problem(answer.status, orjson.loads(content))
        except orjson.JSONDecodeError as fault:
            raise PlatformFault(f"Nền tảng trả lời {method} {path} bằng mã {answer.status} không có nội dung.") from fault


def part(text: object) -> str:
    """A code as one part of a path."""
    return quote(str(text), safe="")


def _line_problem(refused: Mapping[str, Any]) -> LineProblem:
    problem = refused["problem"]
    return LineProblem(
        refused["index"], refused["column"], str(problem["type"]).rsplit("/", 1)[-1], str(problem.get("detail") or problem["title"])
    )
