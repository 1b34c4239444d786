"""A person's browser on the real servers: it keeps cookies, follows the provider's pages, and calls as the platform's own pages do."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import aiohttp
from yarl import URL

from chamdiem.sign_in.pages import Page, read_page

CALLS = {
    "identity": "/api/identity/accounts",
    "assessment": "/api/assessment/criteria-sets",
    "appraisal": "/api/appraisal/periods/00000000-0000-0000-0000-000000000000/clock",
    "ranking": "/api/ranking/periods/00000000-0000-0000-0000-000000000000/clock",
}
"""A call to each service that every account may make; the clock of no period is a 404 of the service itself."""
SERVED = {
    "identity": (200, ""),
    "assessment": (200, ""),
    "appraisal": (404, "appraisal/period-not-found"),
    "ranking": (404, "ranking/period-not-found"),
}


@dataclass(frozen=True)
class Answer:
    """An answer as far as tests look at it; `text` of a page, `body` of JSON."""

    status: int
    url: str
    headers: Mapping[str, str]
    text: str
    body: Any

    @property
    def problem(self) -> tuple[int, str]:
        """Status, and the type where it is a problem."""
        type_ = str(self.body.get("type", "")) if isinstance(self.body, dict) and self.status >= 400 else ""
        return self.status, type_.removeprefix("/problems/")

    @property
    def page(self) -> Page:
        """As a page with forms."""
        return read_page(self.url, self.text)


@dataclass
class Browser:
    """`async with Browser(url, issuer) as browser:`; `url` is the platform's address, `issuer` the provider's name."""

    url: str
    issuer: str
    _http: aiohttp.ClientSession = field(init=False, repr=False)

    async def __aenter__(self) -> "Browser":
        # Keycloak marks its cookies as Secure also on 127.0.0.1, where browsers take plain http for safe.
        jar = aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=URL(self.issuer).origin())
        self._http = aiohttp.ClientSession(cookie_jar=jar, timeout=aiohttp.ClientTimeout(total=60))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()

    def cookie(self, name: str) -> str | None:
        """The value of a cookie of the platform."""
        found = self._http.cookie_jar.filter_cookies(URL(self.url)).get(name)
        return found.value if found is not None and found.value else None

    async def open(self, address: str) -> Answer:
        """Open an address as a person does, through every redirect within the platform and the provider."""
        answer = await self._ask("GET", urljoin(self.url, address), headers={"Accept": "text/html"})
        for _ in range(12):
            if answer.status not in {301, 302, 303, 307, 308}:
                return answer
            answer = await self._ask("GET", urljoin(answer.url, answer.headers["Location"]), headers={"Accept": "text/html"})
        raise AssertionError(f"no end of redirects: {answer.url}")

    async def submit(self, answer: Answer, **typed: str) -> Answer:
        """Fill in the page's form and send it."""
        form = answer.page.form_with(next(iter(typed)).replace("_", "-"))
        assert form is not None, answer.text[:2000]
        filled = form.fields | {name.replace("_", "-"): value for name, value in typed.items()}
        sent = await self._ask("POST", form.action, data=filled, headers={"Accept": "text/html"})
        return await self.open(urljoin(sent.url, sent.headers["Location"])) if sent.status in {301, 302, 303} else sent

    async def sign_in(self, username: str, password: str, *, new_password: str | None = None, next_: str = "/") -> Answer:
        """Through the gateway and the provider's pages; the page that comes of it."""
        answer = await self.submit(await self.open(f"/auth/sign-in?next={next_}"), password=password, username=username)
        if new_password is not None and answer.page.form_with("password-new"):
            answer = await self.submit(answer, password_new=new_password, password_confirm=new_password)
        return answer

    async def get(self, path: str) -> Answer:
        """Read as a page's script does."""
        return await self._ask("GET", self.url + path, headers={"Accept": "application/json"})

    async def post(self, path: str, json: Any = None) -> Answer:
        """Write as our own page's script does."""
        return await self._ask("POST", self.url + path, json=json, headers={"Origin": self.url, "X-Chamdiem": "1"})

    async def seen(self) -> dict[str, tuple[int, str]]:
        """What every service answers."""
        answers = await asyncio.gather(*(self.get(path) for path in CALLS.values()))
        return {service: answer.problem for service, answer in zip(CALLS, answers, strict=True)}

    async def _ask(self, method: str, address: str, **kwargs: Any) -> Answer:
        async with self._http.request(method, URL(address, encoded=True), allow_redirects=False, **kwargs) as answer:
            text = await answer.text()
            body = await answer.json(content_type=None) if re.search(r"[/+]json\b", answer.headers.get("Content-Type", "")) else None
            return Answer(answer.status, str(answer.url), answer.headers, text, body)
