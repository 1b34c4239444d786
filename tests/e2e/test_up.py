"""`chamdiem up`: the whole platform by one command."""

import asyncio
import re
import signal
from pathlib import Path
from typing import Any

import aiohttp
from tests.e2e.processes import Running, command, running_in

from chamdiem.embedded.nanoidp import CLI_CLIENT, CLI_REDIRECT
from chamdiem.sign_in.code_flow import sign_in

MANAGER = "lanh-dao-so-noi-vu"
READY = "Dừng bằng Ctrl-C."


def address(platform: Running) -> str:
    return platform.printed[0].split()[-1]


def issuer(platform: Running) -> str:
    return platform.printed[1].split()[-1]


def accounts(platform: Running) -> dict[str, str]:
    """User name → password, as printed."""
    rows = (re.fullmatch(r"  (\S+) +(\S+) +\S.*", line) for line in platform.printed)
    return {row[1]: row[2] for row in rows if row}


async def seen_by(platform: Running, username: str) -> dict[str, Any]:
    """What a printed account sees after signing in: itself and the units."""
    tokens = await sign_in(issuer(platform), CLI_CLIENT, CLI_REDIRECT, username, accounts(platform)[username])
    headers = {"Authorization": f"Bearer {tokens.access_token}"}
    seen = {}
    async with aiohttp.ClientSession(address(platform), headers=headers, raise_for_status=True) as http:
        for path in ("/health/ready", "/api/assessment/health/ready", "/api/appraisal/health/ready", "/api/ranking/health/ready"):
            async with http.get(path) as answer:
                assert await answer.text() == "ok"
        for path in ("/api/identity/me", "/api/identity/units"):
            async with http.get(path) as answer:
                seen[path] = await answer.json()
    return seen


async def test_however_a_platform_ended_the_next_start_finds_all_as_it_was(open_folder: Path) -> None:
    data = open_folder / "data"
    places, people, seen = set(), [], []
    for end, status in ((signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 128 + signal.SIGINT)):
        async with command("up", "--data", str(data)) as platform:
            await platform.said(READY)
            places.add(address(platform))
            people.append(accounts(platform))
            seen.append(await seen_by(platform, MANAGER))
            assert await platform.end(end) == status
        if end is not signal.SIGKILL:
            assert running_in(data) == []
    assert len(places) == 1
    assert len(people[0]) == 7 and people[0] == people[1] == people[2]
    assert seen[0]["/api/identity/me"]["accounts"][0]["kind"] == "management"
    assert seen[0]["/api/identity/units"]["items"] and seen[0] == seen[1] == seen[2]


async def test_two_platforms_run_side_by_side_and_one_folder_has_one(open_folder: Path) -> None:
    one_data, two_data = str(open_folder / "one"), str(open_folder / "two")
    async with command("up", "--data", one_data) as one, command("up", "--data", two_data) as two:
        await asyncio.gather(one.said(READY), two.said(READY))
        assert address(one) != address(two)
        assert accounts(one) != accounts(two)
        await asyncio.gather(seen_by(one, MANAGER), seen_by(two, MANAGER))
        async with command("up", "--data", one_data) as third:
            assert await asyncio.wait_for(third.process.wait(), 30) == 1
        assert await one.end() == 128 + signal.SIGTERM
        assert await two.end(signal.SIGINT) == 128 + signal.SIGINT
    assert running_in(open_folder) == []
