"""A gateway that is told all accounts again ends no session because of a lock that is long lifted."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from tests.support.house import an_account

from chamdiem_kit.bus.port import Message
from chamdiem_kit.rebuild import rebuild


async def test_a_rebuild_ends_no_session(world: Any) -> None:
    account = an_account("management", sub="lan")
    locked = account.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ"})
    messages = []
    for event in (account, locked, account.model_copy(update={"version": 3})):
        id_ = uuid4()
        told_at = datetime.now(UTC)
        messages.append(Message(id_, id_, 1, 1, "identity", event.type, event.subject, event.version, "", told_at, event.model_dump_json()))

    async def told() -> AsyncIterator[Sequence[Message]]:
        yield messages

    await world.house.service.inbox.deliver(messages)
    browser = await world.signed_in()
    assert await rebuild(world.house.service, told()) == 3
    assert (await browser.get("/auth/session")).json()["account_id"] == str(account.account_id)
    assert await world.ended() == set()
