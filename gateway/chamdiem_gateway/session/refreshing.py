"""A fresh access token for a session: one refresh at a time, whichever replica it comes to, and none inside a transaction."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime

from chamdiem_gateway.keeper import Keeper, SessionOver
from chamdiem_gateway.provider.client import ProviderClient, ProviderSilent, SignInRefused, Tokens
from chamdiem_gateway.session import events, store
from chamdiem_gateway.session.domain import BrowserSession, EndedToken
from chamdiem_kit import outbox
from chamdiem_kit.app import Service
from chamdiem_kit.errors import Unauthenticated, Unavailable
from chamdiem_kit.tokens import Token

_WAIT_S = 15
_LOOK_AGAIN_S = 0.05


@dataclass(frozen=True)
class Fresh:
    """An access token and when it dies."""

    access_token: str = field(repr=False)
    expires_at: datetime = field()


async def refresh(ctx: Service, provider: ProviderClient, keeper: Keeper) -> Fresh:
    """A fresh token. Raises `SessionOver`, `ProviderSilent` (the session then stays)."""
    try:
        async with asyncio.timeout(_WAIT_S):
            while True:
                async with ctx.transaction() as tx:
                    mine = await store.claim_refresh(tx, keeper.id)
                    fresh = None if mine else await store.load_fresh(tx, keeper.id)
                    lives = mine or fresh or await store.load(tx, keeper.id)
                    why = None if lives else await store.why_over(tx, keeper.id)
                if lives is None:
                    raise SessionOver(why or "Hãy đăng nhập lại.")
                if mine is not None:
                    break
                if fresh is not None:
                    return Fresh(keeper.open(fresh.access_token), fresh.access_expires_at)
                await asyncio.sleep(_LOOK_AGAIN_S)
    except TimeoutError as fault:
        raise ProviderSilent("Hãy thử lại sau ít phút.") from fault
    return await _renew(ctx, provider, keeper, mine)


async def _renew(ctx: Service, provider: ProviderClient, keeper: Keeper, session: BrowserSession) -> Fresh:
    try:
        if session.refresh_token is None:
            raise SignInRefused("Hãy đăng nhập lại.")
        # A refresh token is good once: within the lease nobody else may try, so it must not be asked for longer.
        async with asyncio.timeout(store.LEASE_S - 5):
            tokens = await provider.refresh(keeper.open(session.refresh_token))
        token = await _verified(ctx, keeper, tokens)
        if token.sub != session.sub:
            raise SignInRefused("Hãy đăng nhập lại.")
    except (ProviderSilent, TimeoutError) as fault:
        async with ctx.transaction() as tx:
            await store.release_refresh(tx, keeper.id)
        raise ProviderSilent("Hãy thử lại sau ít phút.") from fault
    except Unauthenticated as refused:
        async with ctx.transaction() as tx:
            await outbox.add_all(tx, events.ended(await store.end(tx, [keeper.id])))
        raise SessionOver("Hãy đăng nhập lại.") from refused
    return await _keep(ctx, provider, keeper, session, tokens, token)


async def _verified(ctx: Service, keeper: Keeper, tokens: Tokens) -> Token:
    """The new access token. Where no key can be had to judge it by, the new refresh token is kept, for the old one is spent."""
    try:
        return await ctx.access.verifier.verify(tokens.access_token)
    except Unavailable as fault:
        if tokens.refresh_token:
            async with ctx.transaction() as tx:
                await store.keep_refresh_token(tx, keeper.id, keeper.seal(tokens.refresh_token))
        raise ProviderSilent("Hãy thử lại sau ít phút.") from fault


async def _keep(ctx: Service, provider: ProviderClient, keeper: Keeper, session: BrowserSession, tokens: Tokens, token: Token) -> Fresh:
    expires_at = datetime.fromtimestamp(token.expires_at, UTC)
    async with ctx.transaction() as tx:
        kept = await store.renew(
            tx,
            keeper.id,
            refresh_token=keeper.seal(tokens.refresh_token) if tokens.refresh_token else session.refresh_token,
            id_token=keeper.seal(tokens.id_token) if tokens.id_token else session.id_token,
            access_token=keeper.seal(tokens.access_token),
            access_expires_at=expires_at,
        )
        if kept:
            await store.issued(tx, keeper.id, token.session, expires_at)
        else:
            # Signed out or locked while the provider was asked: the token just given must not outlive the session.
            await outbox.add_all(tx, events.ended([EndedToken(token.session, expires_at)]))
    if not kept:
        if tokens.refresh_token:
            await provider.revoke(tokens.refresh_token)
        raise SessionOver("Hãy đăng nhập lại.")
    return Fresh(tokens.access_token, expires_at)
