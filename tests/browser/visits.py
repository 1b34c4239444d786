"""People at their browsers: signed in through the real sign-in page; what their pages complain about fails the test."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, expect

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
SCREENS = Path(__file__).resolve().parents[2] / "out" / "screens"
_AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_AXE_RUN = """async () => {
  const options = {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]};
  const {violations} = await axe.run(document, options);
  return violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.failureSummary).join(" | ")}`);
}"""
_STILL = "() => document.getAnimations().every(a => a.playState !== 'running' || a.effect.getTiming().iterations === Infinity)"
_DRAWN = """() => document.querySelector('.ant-spin-spinning, .ant-skeleton-active') === null
  && (document.querySelector('revo-grid') === null || document.querySelector('revo-grid .rgCell') !== null)"""
_WAIT_MS = 20_000
expect.set_options(timeout=_WAIT_MS)
_UNDER_WAY: "WeakKeyDictionary[Page, set[Request]]" = WeakKeyDictionary()
"""What each page has asked for and not been answered."""
# Asking whether anybody is signed in is answered so when nobody is.
_USUAL = {(401, "/auth/session")}


@dataclass
class Visits:
    """`page = await visits(name, path)`; `passwords` by name. `expect(412)`: answers of these statuses are what the test is about."""

    browser: Browser
    url: str
    passwords: dict[str, str]
    kept: dict[str, Any]
    complaints: list[str] = field(default_factory=list)
    _expected: set[int] = field(default_factory=set)
    _contexts: list[BrowserContext] = field(default_factory=list)

    async def __call__(
        self, name: str | None = None, path: str = "/", *, phone: bool = False, fresh: bool = False, appearance: str = "light"
    ) -> Page:
        """A page of the person in a browser of the own; None: of nobody. `fresh`: signed in anew, by a session that no later page has."""
        if name is not None and (fresh or name not in self.kept):
            return await self._sign_in(name, path, phone=phone, appearance=appearance, keep=not fresh)
        page = await self._open(self.kept[name] if name is not None else None, phone=phone, appearance=appearance)
        await page.goto(path)
        return page

    def expect(self, *statuses: int) -> None:
        """Refusals of these statuses are no complaint; 0: calls that get no answer."""
        self._expected |= set(statuses)

    async def beside(self, page: Page, path: str) -> Page:
        """A second window of the same browser."""
        other = await page.context.new_page()
        self._listen(other)
        await other.goto(path)
        return other

    async def close(self) -> None:
        for context in self._contexts:
            await context.close()

    async def _sign_in(self, name: str, path: str, *, phone: bool, appearance: str, keep: bool) -> Page:
        page = await self._open(None, phone=phone, appearance=appearance)
        await page.goto(f"/auth/sign-in?next={path}")
        await enter(page, name, self.passwords[name])
        await page.wait_for_url(lambda address: address.startswith(self.url) and not urlsplit(address).path.startswith("/auth/"))
        await page.get_by_role("main").wait_for()
        if keep:
            self.kept[name] = await page.context.storage_state()
        return page

    async def _open(self, state: Any, *, phone: bool, appearance: str) -> Page:
        context = await self.browser.new_context(
            base_url=self.url,
            viewport=PHONE if phone else DESKTOP,
            has_touch=phone,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            color_scheme=appearance,
            storage_state=state,
        )
        context.set_default_timeout(_WAIT_MS)
        self._contexts.append(context)
        page = await context.new_page()
        self._listen(page)
        return page

    def _listen(self, page: Page) -> None:
        under_way = _UNDER_WAY[page] = set()
        # Not the set's own methods: playwright cannot keep those.
        page.on("request", lambda request: under_way.add(request))  # noqa: PLW0108
        page.on("requestfinished", lambda request: under_way.discard(request))  # noqa: PLW0108
        page.on("requestfailed", lambda request: under_way.discard(request))  # noqa: PLW0108
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        # Refused answers are judged as answers; a violated Content-Security-Policy is an error of the console.
        failed = message.text.startswith("Failed to load resource")
        if message.type != "error" or (failed and (0 in self._expected or "net::" not in message.text)):
            return
        self.complaints.append(f"{message.location.get('url', '')}: {message.text}")

    def _on_response(self, response: Response) -> None:
        place = urlsplit(response.url)
        if response.status < 400 or response.status in self._expected or not response.url.startswith(self.url):
            return
        if (response.status, place.path) not in _USUAL:
            self.complaints.append(f"{response.request.method} {place.path} was answered {response.status}")


async def enter(page: Page, username: str, password: str) -> None:
    """Fill in the provider's sign-in page."""
    await page.get_by_label("Tên đăng nhập").fill(username)
    await page.get_by_label("Mật khẩu").fill(password)
    await page.get_by_role("button", name="Đăng nhập").click()


async def settled(page: Page) -> None:
    """Until nothing is being fetched, awaited or moved."""
    async with asyncio.timeout(_WAIT_MS / 1000):
        # Twice: what one answer shows may ask for more.
        for _ in range(2):
            await page.wait_for_function(_DRAWN)
            while _UNDER_WAY.get(page):  # noqa: ASYNC110  what is waited for is told by the browser
                await asyncio.sleep(0.02)
    await page.wait_for_function(_STILL)


async def barriers(page: Page, *, appearance: str | None = None) -> list[str]:
    """What axe finds on the page against WCAG 2.2 AA, empty when nothing; `appearance`: in that of `light` and `dark`."""
    if appearance is not None:
        await page.emulate_media(color_scheme=appearance)  # type: ignore[arg-type]
        await page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    await settled(page)
    if not await page.evaluate("() => 'axe' in window"):
        await page.evaluate(_AXE.read_text("utf-8") + "\n;undefined")
    found: list[str] = await page.evaluate(_AXE_RUN)
    return [f"{appearance or ''} {sentence}" for sentence in found]


async def picture(page: Page, name: str) -> Path:
    """What the person sees, as `out/screens/<name>-desktop.png` or `-phone.png` by the width of the page."""
    await settled(page)
    size = page.viewport_size
    place = SCREENS / f"{name}-{'phone' if size is not None and size['width'] < 600 else 'desktop'}.png"
    place.parent.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=place)
    return place


async def pushes_sideways(page: Page) -> bool:
    """Whether the page itself scrolls to the side."""
    return bool(await page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
