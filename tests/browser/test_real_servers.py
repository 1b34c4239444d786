"""The same cycle once on the real servers: people come in through Keycloak, nginx serves the pages, files lie in MinIO."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect
from tests.browser.conftest import pages_or_fail
from tests.browser.cycle import CYCLE_SET, DEPUTY, ONE, TWO, Cycle
from tests.browser.hands import MOUSE
from tests.browser.playing import compare, play
from tests.browser.visits import Visits
from tests.support.production import begin_story, open_production
from tests.support.story import Story, ok

from chamdiem.production.stack import Production

CHOSEN = "Tu-chon-2026-mat-khau"
NEW_OFFICER = "nhap-moi-don-vi-mot"


@pytest.fixture(scope="module")
async def production(chromium: Browser) -> AsyncIterator[Production]:
    del chromium  # what cannot be had is told before anything is started
    pages_or_fail()
    async with open_production() as running:
        yield running


@pytest.fixture(scope="module")
async def people(production: Production) -> AsyncIterator[Story]:
    story = await begin_story(production)
    try:
        await story.people()
        await story.grant(**{DEPUTY: {"kind": "data_entry", "unit_code": TWO}})
        yield replace(story, criteria_set=CYCLE_SET)
    finally:
        await story.close()


@pytest.fixture
async def visits(production: Production, people: Story, chromium: Browser) -> AsyncIterator[Visits]:
    # Everybody has changed the password that was handed over, as `enter_by` does.
    passwords = {name: f"{password}-Moi1" for name, password in people.passwords.items()}
    made = Visits(chromium, production.addresses.url, passwords, {})
    try:
        yield made
    finally:
        await made.close()
    assert made.complaints == []


async def test_a_new_person_changes_the_given_password_on_keycloaks_page_and_is_led_to_the_page_wanted(
    people: Story, visits: Visits
) -> None:
    line = {"username": NEW_OFFICER, "holder_name": "Nguyễn Thị Mới", "kind": "data_entry", "unit_code": ONE}
    (granted,) = ok(await people.administrator.patch("/identity/accounts", json={"lines": [line]}))["accounts"]
    page = await visits(None, "/par_index/self_assessment")
    await page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    await sign_in_at_keycloak(page, NEW_OFFICER, granted["initial_password"])
    await page.locator("#password-new").fill(CHOSEN)
    await page.locator("#password-confirm").fill(CHOSEN)
    await page.locator("#password-confirm").press("Enter")
    await page.wait_for_url("**/par_index/self_assessment")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await expect(page.get_by_role("button", name="Nguyễn Thị Mới")).to_be_visible()
    again = await visits(None, "/")
    await again.goto("/auth/sign-in?next=/")
    await sign_in_at_keycloak(again, NEW_OFFICER, granted["initial_password"])
    await expect(again.locator("#password-new")).to_have_count(0)
    await expect(again.locator("#username")).to_be_visible()


async def sign_in_at_keycloak(page: Page, username: str, password: str) -> None:
    await page.locator("#username").fill(username)
    await page.locator("#password").fill(password)
    await page.locator("#password").press("Enter")


async def test_a_cycle_on_the_pages_publishes_what_the_rules_give(people: Story, visits: Visits) -> None:
    await people.publish_documents()
    cycle = Cycle(visits, people, MOUSE, 2024)
    await play(cycle)
    await compare(cycle)
    await appraisal_account_is_locked(cycle)


async def appraisal_account_is_locked(cycle: Cycle) -> None:
    """With the last open appraisal sent, the account is locked by itself (Điều 10.3)."""
    accounts: list[dict[str, Any]] = [
        ok(await cycle.people.administrator.get(f"/identity/accounts/{cycle.people.accounts[name]}"))
        for name in ("dau-moi-STP", "dau-moi-VP")
    ]
    assert [bool(account["appraisal_lock"]) for account in accounts] == [True, True]
