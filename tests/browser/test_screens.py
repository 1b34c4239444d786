"""Every screen as the kind of person it is for, in the example province: it shows itself without complaint or barrier, and fits a phone."""

import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect
from rich.console import Console
from tests.browser.conftest import pages_or_fail
from tests.browser.places import Places, find_places
from tests.browser.visits import DESKTOP, PHONE, Visits, barriers, picture, pushes_sideways

from chamdiem.cycle.progress import Progress
from chamdiem.demo.province import TITLES, ensure_province
from chamdiem.embedded.platform import Platform

MANAGER, OFFICER, HEAD, WAITING = "lanh-dao-so-noi-vu", "nhap-lieu-so-y-te", "giam-doc-so-y-te", "thu-truong-so-giao-duc-va-dao-tao"
LEAD, MEMBER, ADMINISTRATOR, CHAIR = "dau-moi-so-tu-phap", "tham-dinh-so-tu-phap", "quan-tri", "chu-tich-hoi-dong"
SCREENS: dict[str, tuple[str | None, Callable[[Places], str]]] = {
    "sign-in-first": (None, lambda _: "/"),
    "choose-account": ("chuyen-vien-so-noi-vu", lambda _: "/account"),
    "overview-officer": (OFFICER, lambda _: "/"),
    "overview-head": (WAITING, lambda _: "/"),
    "overview-lead": (LEAD, lambda _: "/"),
    "overview-member": (MEMBER, lambda _: "/"),
    "overview-manager": (MANAGER, lambda _: "/"),
    "overview-administrator": (ADMINISTRATOR, lambda _: "/"),
    "overview-support": ("ho-tro", lambda _: "/"),
    "own-sheets": (OFFICER, lambda _: "/par_index/self_assessment"),
    "sheet": (OFFICER, lambda p: f"/par_index/self_assessment/{p.sheets['par_index', 'so-y-te']}"),
    "sheet-leaf": (OFFICER, lambda p: f"/par_index/self_assessment/{p.sheets['par_index', 'so-y-te']}/items/1.1.3"),
    "sheet-returned": (
        "nhap-lieu-so-xay-dung",
        lambda p: f"/par_index/self_assessment/{p.sheets['par_index', 'so-xay-dung']}",
    ),
    "sheet-sub-unit": ("nhap-lieu-trung-tam-kiem-soat-benh-tat", lambda _: "/par_index/self_assessment"),
    "sheet-sent": (OFFICER, lambda p: f"/task_completion/self_assessment/{p.sheets['task_completion', 'so-y-te']}"),
    "report": (WAITING, lambda p: f"/par_index/self_assessment/{p.sheets['par_index', 'so-giao-duc-va-dao-tao']}/report"),
    "receipt": (HEAD, lambda p: f"/task_completion/self_assessment/{p.sheets['task_completion', 'so-y-te']}/receipt"),
    "clarifications": (HEAD, lambda p: f"/task_completion/self_assessment/{p.sheets['task_completion', 'so-y-te']}/clarifications"),
    "appraisals": (LEAD, lambda _: "/task_completion/appraisal"),
    "appraisal-by-leaf": (LEAD, lambda p: f"/task_completion/appraisal/{p.appraisals['STP']}/items"),
    "appraisal-by-sheet": (
        LEAD,
        lambda p: f"/task_completion/appraisal/{p.appraisals['STP']}/sheets/{p.sheets['task_completion', 'so-y-te']}",
    ),
    "appraisal-members": (LEAD, lambda p: f"/task_completion/appraisal/{p.appraisals['STP']}/members"),
    "results": (MANAGER, lambda _: "/results"),
    "result": (MANAGER, lambda p: f"/results/{p.periods['par_index/-1']}"),
    "result-why": (MANAGER, lambda p: f"/results/{p.periods['par_index/-1']}/sheets/{p.last_sheet}"),
    "council": (CHAIR, lambda p: f"/results/{p.periods['par_index/-1']}/council"),
    "council-manager": (MANAGER, lambda p: f"/results/{p.periods['par_index/-1']}/council"),
    "periods": (MANAGER, lambda _: "/administration/periods"),
    "period": (MANAGER, lambda p: f"/administration/periods/{p.periods['par_index/+0']}"),
    "period-planned": (MANAGER, lambda p: f"/administration/periods/{p.periods['par_index/+1']}"),
    "rehearsal": (ADMINISTRATOR, lambda p: f"/administration/periods/{p.periods['rehearsal']}"),
    "criteria-sets": (MANAGER, lambda _: "/administration/criteria-sets"),
    "criteria-set": (MANAGER, lambda p: f"/administration/criteria-sets/{p.criteria_set}"),
    "survey": (MANAGER, lambda p: f"/administration/survey?campaign={p.campaign}"),
    "survey-link": (None, lambda p: p.survey_link),
    "survey-own": (HEAD, lambda _: "/survey"),
    "survey-own-form": (HEAD, lambda p: f"/survey/{p.campaign}/KS-LDS/so-tai-chinh"),
    "assignment": (MANAGER, lambda _: "/administration/assignment"),
    "units": (ADMINISTRATOR, lambda _: "/administration/units"),
    "unit-mergers": (ADMINISTRATOR, lambda _: "/administration/units/mergers"),
    "guidance": (MANAGER, lambda _: "/administration/guidance"),
    "lending": (HEAD, lambda _: "/lending"),
    "accounts": (ADMINISTRATOR, lambda _: "/administration/accounts"),
    "log": (ADMINISTRATOR, lambda _: "/administration/log"),
    "published-list": (None, lambda _: "/published"),
    "published": (None, lambda p: f"/published/{p.published}"),
    "check": (None, lambda _: "/check"),
    "check-found": (None, lambda p: f"/check/{p.fingerprint}"),
}


@dataclass(frozen=True)
class Ready:
    """The example province on a platform of its own."""

    url: str
    passwords: dict[str, str]
    places: Places
    kept: dict[str, object]


@pytest.fixture(scope="module")
async def ready(chromium: Browser) -> AsyncIterator[Ready]:
    with tempfile.TemporaryDirectory(prefix="chamdiem-test-") as name:
        Path(name).chmod(0o711)  # noqa: ASYNC240
        async with Platform(Path(name) / "data", durable=False, web=pages_or_fail()) as platform:
            province = await ensure_province(platform, Progress(Console(file=StringIO()), titles=TITLES))
            yield Ready(platform.url, province.passwords, await find_places(platform, province), {})


@pytest.fixture
async def visits(ready: Ready, chromium: Browser) -> AsyncIterator[Visits]:
    made = Visits(chromium, ready.url, ready.passwords, ready.kept)
    try:
        yield made
    finally:
        await made.close()
    assert made.complaints == []


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_shows_itself_without_complaint_or_barrier_and_fits_a_phone(name: str, ready: Ready, visits: Visits) -> None:
    who, place = SCREENS[name]
    page = await visits(who, place(ready.places))
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await picture(page, name)
    found = await barriers(page, appearance="light")
    await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    await picture(page, name)
    if await pushes_sideways(page):
        found.append("the page scrolls sideways on a phone")
    await page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    found += await barriers(page, appearance="dark")
    assert not found, "\n".join(found)
