"""The appraisal's grids of 200 units and 106 leaves, scrolled by the mouse's wheel through their whole length in a real Chromium.

Issue 5 "How it must feel": no frame with more than 8 ms of script, read from the trace. There is no peer to compare with.
"""

import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bench.support.figures import hold, show
from bench.support.frames import CATEGORIES, read_frames
from bench.support.sheets import a_set_of
from playwright.async_api import Browser, Page, async_playwright
from tests.browser.visits import Visits, settled
from tests.support.chromium import ARGUMENTS, chromium_or_skip
from tests.support.story import AFTER_ALL, Story, begin, ok

from chamdiem.edge.configuration import WEB
from chamdiem.embedded.platform import Platform

UNITS = tuple(f"don-vi-{n:03}" for n in range(1, 201))
OWN, LEAVES = "so-noi-vu", 106
LEAD, AT_ONCE = "dau-moi-SNV", 1000
_NOTCH_PX = 100
"""What one notch of a wheel scrolls."""
_END = """side => {
  const across = document.querySelector('revogr-viewport-scroll.rgCol');
  const down = across.querySelector('.vertical-inner');
  const left = (all, shown, gone) => all - shown - gone;
  return side === 'x' ? left(across.scrollWidth, across.clientWidth, across.scrollLeft)
    : left(down.scrollHeight, down.clientHeight, down.scrollTop);
}"""


@dataclass(frozen=True)
class Ready:
    browser: Browser
    visits: Visits
    appraisal: str


@pytest.fixture(scope="module")
async def ready() -> AsyncIterator[Ready]:
    program = chromium_or_skip()
    with tempfile.TemporaryDirectory(prefix="chamdiem-bench-") as name:
        Path(name).chmod(0o711)
        async with Platform(Path(name) / "data", durable=False, web=WEB) as platform, async_playwright() as playwright:
            first = platform.administrator
            story = await begin(platform.url, platform.parts.issuer, first.username, first.password)
            await _appraised(story)
            browser = await playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
            visits = Visits(browser, platform.url, story.passwords, {})
            await visits(LEAD, "/")
            yield Ready(browser, visits, story.appraisals["SNV"])
            await visits.close()
            await browser.close()
            await story.close()


async def test_one_leaf_over_all_units_scrolls_smoothly(ready: Ready) -> None:
    page = await ready.visits(LEAD, f"/par_index/appraisal/{ready.appraisal}/items/1.1.7")
    await _scrolled(ready, page, f"one leaf over {len(UNITS)} units", ".leaf-grid", "y")


@pytest.mark.parametrize("side", ["y", "x"])
async def test_all_leaves_over_all_units_scroll_smoothly(ready: Ready, side: str) -> None:
    page = await ready.visits(LEAD, f"/par_index/appraisal/{ready.appraisal}/items")
    way = "down" if side == "y" else "across"
    await _scrolled(ready, page, f"{LEAVES} leaves over {len(UNITS)} units, {way}", ".matrix-grid", side)


async def _scrolled(ready: Ready, page: Page, what: str, grid: str, side: str) -> None:
    await settled(page)
    await page.locator(f"{grid} .rgCell").first.wait_for()
    await page.locator(f"{grid} revogr-viewport-scroll.rgCol").hover()
    await ready.browser.start_tracing(page=page, categories=CATEGORIES)
    notches = 0
    while await page.evaluate(_END, side) > 1:
        await page.mouse.wheel(*((0, _NOTCH_PX) if side == "y" else (_NOTCH_PX, 0)))
        await page.evaluate("() => new Promise(done => requestAnimationFrame(done))")
        notches += 1
        assert notches < 400, "the grid does not come to its end"
    frames = read_frames(await ready.browser.stop_tracing())
    show(f"{what}: {notches} notches, {len(frames.processor_ms)} frames; by the clock at most {max(frames.clock_ms):.1f} ms of script")
    hold(f"{what}: the most script in a frame", max(frames.processor_ms), 8, at_least=False, unit=" ms", digits=1)


async def _appraised(story: Story) -> None:
    """Nobody has sent, so all may be appraised once the clock has passed; every cell is scored but each tenth."""
    # The agency's own unit is the other agency's to appraise, which so has something to do as well.
    story.units, story.agencies, story.criteria_set = (*UNITS, OWN), ("SNV", "STC"), a_set_of(LEAVES)
    units = [
        {"code": code, "name": f"Đơn vị số {code[-3:]}", "unit_type": "department", "ranking_group": "department"} for code in story.units
    ]
    assert ok(await story.administrator.patch("/identity/units", json={"lines": units}))["refused"] == []
    lead: dict[str, Any] = {"kind": "appraisal", "appraiser_code": "SNV", "roles": [{"role": "appraisal_lead"}]}
    await story.grant(**{"quan-ly": {"kind": "management"}, LEAD: lead})
    await story.open_period()
    await story.move_clock(AFTER_ALL)
    place = f"/appraisal/appraisals/{story.appraisals['SNV']}"
    scores: list[dict[str, Any]] = [
        {"sheet_id": sheet, "item": f"1.1.{leaf}", "score": "0.5" if (row + leaf) % 3 else "0", "reason": "Theo hồ sơ đã gửi."}
        for row, sheet in enumerate(story.sheets[code] for code in UNITS)
        for leaf in range(1, LEAVES + 1)
        if (row + leaf) % 10
    ]
    for at in range(0, len(scores), AT_ONCE):
        told = ok(await story.lead("SNV").patch(f"{place}/scores", json={"lines": scores[at : at + AT_ONCE]}))
        assert told["refused"] == [], told["refused"][:1]
