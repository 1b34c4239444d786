"""The pages in a real Chromium on the embedded platform with the example province: script, first page, a sheet of 106 leaves, typing.

Issue 5 "How it must feel"; there is no peer to compare with, so the figures stand beside their bounds.
"""

import gzip
import json
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from bench.support.figures import hold, show
from playwright.async_api import Browser, Page, async_playwright, expect
from rich.console import Console
from tests.browser.places import Places, find_places
from tests.browser.visits import Visits
from tests.support.chromium import ARGUMENTS, chromium_or_skip

from chamdiem.cycle.progress import Progress
from chamdiem.demo.province import TITLES, ensure_province
from chamdiem.edge.configuration import WEB
from chamdiem.embedded.platform import Platform

OFFICER = "nhap-lieu-so-y-te"
ROUNDS = 5
TYPED = "Tỷ lệ văn bản được ban hành đúng thời hạn theo kế hoạch của tỉnh. "
_LISTEN_TO_KEYS = """() => {
  window.took = [];
  new PerformanceObserver(list => list.getEntries().forEach(e => e.name === "keydown" && window.took.push(e.duration)))
    .observe({type: "event", durationThreshold: 16});
}"""


@dataclass(frozen=True)
class Ready:
    platform: Platform
    visits: Visits
    places: Places


@pytest.fixture(scope="module")
async def ready() -> AsyncIterator[Ready]:
    program = chromium_or_skip()
    with tempfile.TemporaryDirectory(prefix="chamdiem-bench-") as name:
        Path(name).chmod(0o711)
        async with Platform(Path(name) / "data") as platform, async_playwright() as playwright:
            province = await ensure_province(platform, Progress(Console(file=StringIO()), titles=TITLES))
            browser: Browser = await playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
            visits = Visits(browser, platform.url, province.passwords, {})
            await visits(OFFICER, "/")
            yield Ready(platform, visits, await find_places(platform, province))
            await visits.close()
            await browser.close()


def test_the_first_page_needs_no_more_script_than_allowed() -> None:
    manifest: dict[str, Any] = json.loads((WEB / ".vite" / "manifest.json").read_text("utf-8"))
    needed: set[str] = set()

    def need(name: str) -> None:
        if name not in needed:
            needed.add(name)
            for other in manifest[name].get("imports", []):
                need(other)

    for name in ("index.html", "src/features/overview/StartPage.tsx", "src/features/overview/OverviewPage.tsx"):
        need(name)
    size = sum(len(gzip.compress((WEB / manifest[name]["file"]).read_bytes(), 9)) for name in needed) / 1000
    hold("script of the first page, gzip", size, 250, at_least=False, unit=" kB", digits=0)


async def test_the_first_page_is_usable_soon(ready: Ready) -> None:
    cold, warm = [], []
    for _ in range(ROUNDS):
        page = await ready.visits(OFFICER, "about:blank")
        cold.append(await _until_usable(page))
        warm.append(await _until_usable(page))
        await page.context.close()
    hold("first page usable, nothing in the cache, median of 5", median(cold), 2, at_least=False, unit=" s")
    hold("first page usable, warm cache, median of 5", median(warm), 1, at_least=False, unit=" s")


async def test_a_sheet_opens_and_types_without_lag(ready: Ready) -> None:
    sheet = ready.places.sheets["par_index", "so-y-te"]
    page = await ready.visits(OFFICER, f"/par_index/self_assessment/{sheet}/items/1.1.3")
    explanation = page.get_by_role("textbox", name="Giải trình")
    await expect(explanation).to_be_visible()
    opened = []
    for _ in range(ROUNDS):
        await page.get_by_role("link", name="Tổng quan").first.click()
        link = page.locator(f'a[href$="{sheet}"]').first
        await expect(link).to_be_visible()
        begun = time.perf_counter()
        await link.click()
        await page.get_by_role("tree").or_(page.get_by_role("treegrid")).first.wait_for()
        opened.append(1000 * (time.perf_counter() - begun))
    hold(
        "a sheet opened again, from the click until its tree is seen, median of 5",
        median(opened),
        300,
        at_least=False,
        unit=" ms",
        digits=0,
    )
    await page.goto(f"/par_index/self_assessment/{sheet}/items/1.1.3")
    await expect(explanation).to_be_visible()
    await page.evaluate(_LISTEN_TO_KEYS)
    await explanation.press_sequentially(TYPED, delay=30)
    took_ms: list[float] = await page.evaluate("() => window.took")
    show(f"{len(TYPED)} keys, {len(took_ms)} of them took 16 ms or more until the next picture")
    hold("the slowest key until the next picture", max(took_ms, default=16), 100, at_least=False, unit=" ms", digits=0)


async def _until_usable(page: Page) -> float:
    """Seconds from asking for the address until what is due is seen."""
    begun = time.perf_counter()
    await page.goto("/")
    # `wait_for` looks at every picture; `expect` only now and then, which would be most of what is measured.
    await page.get_by_role("table").first.wait_for()
    return time.perf_counter() - begun
