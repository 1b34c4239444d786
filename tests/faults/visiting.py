"""Somebody who comes in with a browser: sign-in at the provider through the gateway, a look, and out again."""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urljoin

import httpx
from tests.faults.people import LATER, PATIENCE_S, Incidents

from chamdiem.sign_in.pages import read_page

_OWN_PAGE = {"X-Chamdiem": "1"}


class PutOff(Exception):
    """Some part of the way is down just now."""


class _AsOnLoopback(httpx.AsyncHTTPTransport):
    """Keycloak marks its cookies as Secure also on plain http, where browsers take 127.0.0.1 for safe and this client does not.

    And it is reached through the edge, as people reach it in production; on this machine it goes by an address of its own.
    """

    def __init__(self, edge: str) -> None:
        super().__init__()
        self._edge = httpx.URL(edge)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/realms/"):
            request.url = request.url.copy_with(scheme=self._edge.scheme, host=self._edge.host, port=self._edge.port)
            request.headers["Host"] = self._edge.netloc.decode("ascii")
        answer = await super().handle_async_request(request)
        answer.headers = httpx.Headers(
            [(name, value.replace("; Secure", "").replace(";Secure", "")) for name, value in answer.headers.multi_items()]
        )
        return answer


class Visitor:
    """Each visit is a session of its own; `stay` keeps one over everything that happens."""

    def __init__(self, url: str, username: str, password: str, incidents: Incidents) -> None:
        self.url, self.username, self.password, self.incidents = url, username, password, incidents
        self.visits = 0
        self._staying: httpx.AsyncClient | None = None

    @property
    def acknowledged(self) -> int:
        """How many visits went through."""
        return self.visits

    async def step(self) -> None:
        """Come in, look, go out."""
        async with self._browser() as browser:
            await self._until(self.enter, browser)
            await self._until(self._look, browser)
            await self._until(self._leave, browser)
        await self.check()
        self.visits += 1

    async def stay(self) -> None:
        """Come in and stay."""
        self._staying = self._browser()
        await self._until(self.enter, self._staying)

    async def check(self) -> None:
        """Who stayed is still in."""
        if self._staying is not None:
            await self._until(self._look, self._staying)

    async def close(self) -> None:
        """Let the connections of who stayed go."""
        if self._staying is not None:
            await self._staying.aclose()

    def _browser(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.url, timeout=40, transport=_AsOnLoopback(self.url))

    async def _until(self, act: Callable[[httpx.AsyncClient], Awaitable[None]], browser: httpx.AsyncClient) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    await act(browser)
                    return
                except (PutOff, httpx.TransportError, OSError) as fault:
                    self.incidents.put_off[f"visit {fault if isinstance(fault, PutOff) else type(fault).__name__}"] += 1
                await asyncio.sleep(0.3)

    async def enter(self, browser: httpx.AsyncClient) -> None:
        """Go through sign-in as a browser does."""
        browser.cookies.clear()
        answer = await self._taken(browser.get("/auth/sign-in"))
        page = await self._taken(browser.get(answer.headers["Location"]))
        form = read_page(str(page.url), page.text).form_with("password")
        if form is None:
            raise PutOff("no page")
        typed = {**form.fields, "username": self.username, "password": self.password}
        answer = await self._taken(browser.post(form.action, data=typed))
        while answer.has_redirect_location:
            to = urljoin(str(answer.url), answer.headers["Location"])
            answer = await self._taken(browser.get(to))
            if to.startswith(f"{self.url}/auth/"):
                break
        if (await self._taken(browser.get("/auth/session"))).status_code != 200:
            raise PutOff("not in")

    async def _look(self, browser: httpx.AsyncClient) -> None:
        answer = await self._taken(browser.get("/api/identity/me"))
        if answer.status_code == 401:  # after ten minutes
            refreshed = await self._taken(browser.post("/auth/refresh", headers={**_OWN_PAGE, "Origin": self.url}))
            if refreshed.status_code == 401:
                # The gateway was killed between the provider's answer and its record of it: a refresh token is good for one time only.
                self.incidents.put_off["session over"] += 1
                await self.enter(browser)
            answer = await self._taken(browser.get("/api/identity/me"))
        assert answer.status_code == 200, answer.text
        assert answer.json()["accounts"]

    async def _leave(self, browser: httpx.AsyncClient) -> None:
        answer = await self._taken(browser.post("/auth/sign-out", headers={**_OWN_PAGE, "Origin": self.url}))
        assert answer.status_code in (200, 204, 401), answer.text
        after = await self._taken(browser.get("/auth/session"))
        assert after.status_code == 401, after.text

    async def _taken(self, request: Awaitable[httpx.Response]) -> httpx.Response:
        answer = await request
        if answer.status_code >= 500:
            self.incidents.note(answer)
            raise PutOff(str(answer.status_code))
        if answer.status_code in LATER:
            raise PutOff(str(answer.status_code))
        return answer
