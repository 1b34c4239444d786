"""The key set of an issuer: taken from it, kept while it is silent, renewed when it changes."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from tests.support.eventually import eventually
from tests.support.issuer import Issuer

from chamdiem_kit.errors import Unauthenticated, Unavailable
from chamdiem_kit.tokens import TokenVerifier


@pytest.fixture
async def own_issuer() -> AsyncIterator[Issuer]:
    """An issuer that one test may rotate and stop."""
    issuer = Issuer()
    await issuer.start()
    yield issuer
    await issuer.stop()


async def test_while_the_issuer_is_silent_tokens_are_good_until_they_end(own_issuer: Issuer) -> None:
    verifier = TokenVerifier(own_issuer.url, "chamdiem")
    first, second = own_issuer.token("lan"), own_issuer.token("mai")
    await verifier.verify(first)
    await own_issuer.stop()
    assert (await verifier.verify(first)).sub == "lan"
    assert (await verifier.verify(second)).sub == "mai", "one that was not seen before too"


async def test_an_issuer_that_was_never_reached_is_no_fault_of_the_token(own_issuer: Issuer) -> None:
    token = own_issuer.token("lan")
    await own_issuer.stop()
    verifier = TokenVerifier(own_issuer.url, "chamdiem")
    for _ in range(3):
        with pytest.raises(Unavailable):
            await verifier.verify(token)


async def test_many_unknown_tokens_wait_for_a_silent_issuer_only_once(own_issuer: Issuer) -> None:
    verifier = TokenVerifier(own_issuer.url, "chamdiem")
    await verifier.verify(own_issuer.token("lan"))
    await own_issuer.stop()
    asked = 0

    async def never(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        asked += 1
        await reader.read()
        writer.close()

    strangers = [Issuer().token("lan", iss=own_issuer.url) for _ in range(5)]
    async with await asyncio.start_server(never, "127.0.0.1", int(own_issuer.url.rpartition(":")[2])):
        answers = await asyncio.gather(*(verifier.verify(token) for token in strangers), return_exceptions=True)
    assert {type(answer) for answer in answers} == {Unauthenticated}
    assert asked <= 1


async def test_a_key_taken_away_is_refused_without_a_token_of_the_new_one(own_issuer: Issuer) -> None:
    verifier = TokenVerifier(own_issuer.url, "chamdiem", keep_keys_s=0.05)
    old = own_issuer.token("lan")
    await verifier.verify(old)
    own_issuer.rotate()

    async def refused() -> bool:
        try:
            await verifier.verify(old)
        except Unauthenticated:
            return True
        return False

    await eventually(refused)
