"""What somebody changed at the provider behind our back."""

import logging
from typing import Any

import pytest
from services.identity.tests.conftest import PersonThere
from tests.support.eventually import eventually

from chamdiem_identity.provider.comparing import compare_once
from chamdiem_identity.provider.port import ProviderUnavailable

WHY = {"reason": "Chuyển công tác"}


async def test_who_was_unlocked_there_is_locked_again_and_thrown_out(world: Any) -> None:
    account = await world.account("lan")
    await world.admin.post(f"/accounts/{account['id']}/lock", json=WHY)
    there = world.provider.people["sub-lan"]
    there.enabled, before = True, there.sessions_ended
    found = await compare_once(world.house.service)
    assert [person.username for person in found.unlike] == ["lan"]
    await eventually(lambda: holds(not there.enabled and there.sessions_ended == before + 1))


async def test_who_was_locked_there_is_let_in_again(world: Any) -> None:
    await world.account("lan")
    there = world.provider.people["sub-lan"]
    there.enabled = False
    await compare_once(world.house.service)
    await eventually(lambda: holds(there.enabled))
    assert there.sessions_ended == 0


async def test_who_is_missing_there_is_reported_and_not_made_again(world: Any, caplog: pytest.LogCaptureFixture) -> None:
    await world.account("lan")
    del world.provider.people["sub-lan"]
    with caplog.at_level(logging.ERROR, "chamdiem.identity.provider"):
        found = await compare_once(world.house.service)
    assert [person.username for person in found.missing if person.username == "lan"] == ["lan"]
    assert any("no person lan" in line for line in caplog.messages)
    assert "sub-lan" not in world.provider.people


async def test_a_stranger_there_and_a_program_of_ours_are_left_alone(world: Any) -> None:
    world.provider.somebody_elses("hoa")
    assert (await world.admin.post("/accounts", json=_PROGRAM)).status_code == 201
    found = await compare_once(world.house.service)
    assert "kho-du-lieu" not in [person.username for person in found.missing]
    assert found.strangers >= 1
    assert world.provider.people["sub-hoa"] == PersonThere("hoa", "khac")


async def test_a_silent_provider_changes_nothing(world: Any) -> None:
    await world.account("lan")
    world.provider.silent = True
    with pytest.raises(ProviderUnavailable):
        await compare_once(world.house.service)
    world.provider.silent = False
    assert (await compare_once(world.house.service)).unlike == ()


async def holds(condition: bool) -> bool:
    return condition


_PROGRAM = {"username": "kho-du-lieu", "holder_name": "Kho dữ liệu", "kind": "client", "sub": "sub-kho-du-lieu"}
