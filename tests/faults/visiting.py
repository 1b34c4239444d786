"""Somebody who comes in with a browser: sign-in at the provider through the gateway, a look, and out again."""

import asyncio
import re
from html import unescape
from urllib.parse import urljoin

import httpx
from tests.faults.people import LATER, PATIENCE_S, Incidents

_OWN_PAGE = {"X-Chamdiem": "1"}
_HIDDEN = re.compile(r"<input[^>]*>", re.IGNORECASE)
_ACTION = re.compile(r"<form[^>]*\baction=[\"']([^\"']*)[\"']", re.IGNORECASE)


class PutOff(Exception):
    """Some part of the way is down just now."""


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
        self.visits += 1

    async def stay(self) -> None:
        """Come in and stay."""
        self._staying = self._browser()
        await self._until(self.enter, self._staying)

    async def check(self) -> None:
        """Who stayed is still in."""
        if self._staying is not None:
            await self._until(self._look, self._staying)
            await self._staying.aclose()

    def _browser(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.url, timeout=40)

    async def _until(self, act: "object", browser: httpx.AsyncClient) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    await act(browser)  # type: ignore[operator]
                    return
                except (PutOff, httpx.TransportError, OSError) as fault:
                    self.incidents.put_off[f"visit {fault if isinstance(fault, PutOff) else type(fault).__name__}"] += 1
                await asyncio.sleep(0.3)

    async def enter(self, browser: httpx.AsyncClient) -> None:
        """Go through sign-in as a browser does."""
        browser.cookies.clear()
        answer = await self._taken(browser.get("/auth/sign-in"))
        page = await self._taken(browser.get(answer.headers["Location"]))
        form = {**_fields(page.text), "username": self.username, "password": self.password}
        action = _ACTION.search(page.text)
        answer = await self._taken(browser.post(urljoin(str(page.url), unescape(action[1]) if action else ""), data=form))
        while answer.has_redirect_location:
            to = urljoin(str(answer.url), answer.headers["Location"])
            answer = await self._taken(browser.get(to))
            if to.startswith(f"{self.url}/auth/"):
                break
        if (await self._taken(browser.get("/auth/session"))).status_code != 200:
            raise PutOff("not in")

    async def _look(self, browser: httpx.AsyncClient) -> None:
        answer = await self._taken(browser.get("/api/identity/me"))
        if answer.status_code == 401:
            await self._taken(browser.post("/auth/refresh", headers={**_OWN_PAGE, "Origin": self.url}))
            answer = await self._taken(browser.get("/api/identity/me"))
        assert answer.status_code == 200, answer.text
        assert answer.json()["accounts"]

    async def _leave(self, browser: httpx.AsyncClient) -> None:
        answer = await self._taken(browser.post("/auth/sign-out", headers={**_OWN_PAGE, "Origin": self.url}))
        assert answer.status_code in (200, 204, 401), answer.text
        after = await self._taken(browser.get("/auth/session"))
        assert after.status_code == 401, after.text

    async def _taken(self, request: "object") -> httpx.Response:
        answer: httpx.Response = await request  # type: ignore[misc]
        if answer.status_code >= 500:
            if str(answer.url).startswith(self.url):
                self.incidents.note(answer)
            raise PutOff(str(answer.status_code))
        if answer.status_code in LATER:
            raise PutOff(str(answer.status_code))
        return answer


def _fields(page: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    found = {}
    for tag in _HIDDEN.findall(page):
        values = {name.lower(): unescape(value) for name, value in re.findall(r"([\w-]+)=[\"']([^\"']*)[\"']", tag)}
        if values.get("type", "").lower() == "hidden" and "name" in values:
            found[values["name"]] = values.get("value", "")
    return found
