"""HTTP operations that sign a browser in: to the provider and back."""

import time
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse

from chamdiem_gateway.access import Provider, Settings
from chamdiem_gateway.cookies import SIGN_IN_MINUTES, Cookies
from chamdiem_gateway.keeper import Keeper, new_keeper
from chamdiem_gateway.pages import PageRoute
from chamdiem_gateway.provider.client import ProviderClient, SignInRefused, Tokens
from chamdiem_gateway.session import domain as sessions
from chamdiem_gateway.session import events, store
from chamdiem_gateway.sign_in import domain
from chamdiem_kit import outbox
from chamdiem_kit.access import PUBLIC
from chamdiem_kit.accounts import accounts_of_person
from chamdiem_kit.app import Ctx, Service
from chamdiem_kit.errors import Unauthenticated
from chamdiem_kit.tokens import Token

router = APIRouter(prefix="/auth", route_class=PageRoute, tags=["sign-in"])

_Text = Annotated[str | None, Query(max_length=4000)]


@router.get("/sign-in", status_code=303, response_class=RedirectResponse, openapi_extra=PUBLIC)
async def sign_in(
    request: Request, settings: Settings, provider: Provider, next_: Annotated[str, Query(alias="next", max_length=4000)] = "/"
) -> RedirectResponse:
    """Bắt đầu đăng nhập: chuyển sang máy chủ đăng nhập, xong thì quay lại trang `next` của hệ thống."""
    cookies = Cookies(settings.secure)
    browser = domain.browser_number(request.cookies.get(cookies.sign_in))
    begun = domain.begin(browser, next_, int(time.time()))
    answer = _to(await provider.authorization_url(state=begun.state, nonce=begun.nonce, challenge=begun.challenge))
    cookies.put(answer, cookies.sign_in, browser, SIGN_IN_MINUTES * 60)
    return answer


@router.get("/callback", status_code=303, response_class=RedirectResponse, openapi_extra=PUBLIC)
async def callback(
    request: Request,
    ctx: Ctx,
    settings: Settings,
    provider: Provider,
    state: _Text = None,
    code: _Text = None,
    error: _Text = None,
    iss: _Text = None,
) -> RedirectResponse:
    """Nhận trả lời của máy chủ đăng nhập và mở phiên làm việc."""
    cookies = Cookies(settings.secure)
    resumed = domain.resume(request.cookies.get(cookies.sign_in), state or "", int(time.time()))
    if error is not None or code is None or (iss is not None and iss != provider.issuer):
        raise SignInRefused("Hãy đăng nhập lại.")
    tokens = await provider.exchange(code, resumed.verifier)
    token = await _verified(ctx, provider, tokens, resumed.nonce)
    keeper, account_id = await _begin(ctx, settings.session_hours, tokens, token, request.cookies.get(cookies.session))
    answer = _to(resumed.next)
    cookies.drop(answer, cookies.sign_in, cookies.account)
    cookies.put(answer, cookies.session, keeper.number)
    cookies.put(answer, cookies.access, tokens.access_token, max(int(token.expires_at - time.time()), 1))
    if account_id is not None:
        cookies.put(answer, cookies.account, account_id)
    return answer


async def _verified(ctx: Service, provider: ProviderClient, tokens: Tokens, nonce: str) -> Token:
    """The access token, once the ID token beside it was made for this sign-in and the same person."""
    if tokens.id_token is None:
        raise SignInRefused("Máy chủ đăng nhập không cho biết ai đã đăng nhập.")
    try:
        claims = await provider.id_tokens.claims(tokens.id_token)
        token = await ctx.access.verifier.verify(tokens.access_token)
    except Unauthenticated as fault:
        raise SignInRefused("Hãy đăng nhập lại.") from fault
    if claims.get("nonce") != nonce or claims["sub"] != token.sub:
        raise SignInRefused("Hãy đăng nhập lại.")
    return token


async def _begin(ctx: Service, hours: int, tokens: Tokens, token: Token, former_cookie: str | None) -> tuple[Keeper, str | None]:
    """A new session with a new number; the browser's former one ends. And the account, where there is nothing to choose."""
    keeper = new_keeper()
    async with ctx.transaction() as tx:
        if former_cookie is not None:
            former = await store.load(tx, Keeper(former_cookie).id, to_change=True)
            if former is not None:
                ended = await store.end(tx, [former.id])
                await outbox.add_all(tx, events.ended(t for t in ended if t.token_session != token.session))
        account_id = sessions.only_choice(await accounts_of_person(tx, token.sub))
        session = sessions.BrowserSession(
            id=keeper.id,
            sub=token.sub,
            username=token.username,
            account_id=account_id,
            provider_session=token.session or None,
            refresh_token=keeper.seal(tokens.refresh_token) if tokens.refresh_token else None,
            id_token=keeper.seal(tokens.id_token or ""),
            access_token=keeper.seal(tokens.access_token),
            access_expires_at=datetime.fromtimestamp(token.expires_at, UTC),
            expires_at=datetime.now(UTC) + timedelta(hours=hours),
        )
        await store.add(tx, session, token.session)
        await outbox.add(tx, events.begun(token.sub, token.username, datetime.now(UTC)))
    return keeper, str(account_id) if account_id else None


def _to(address: str) -> RedirectResponse:
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})
