"""HTTP operations on the browser's session: who works here and by which account, a fresh token, the end."""

import time
from dataclasses import asdict
from typing import Literal
from urllib.parse import parse_qs
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from chamdiem_gateway.access import Browser, OwnPage, Provider, Settings
from chamdiem_gateway.cookies import Cookies
from chamdiem_gateway.keeper import SessionOver
from chamdiem_gateway.session import domain, events, store
from chamdiem_gateway.session.refreshing import refresh
from chamdiem_kit import outbox
from chamdiem_kit.access import PUBLIC
from chamdiem_kit.accounts import KnownAccount, accounts_of_person
from chamdiem_kit.app import Ctx
from chamdiem_kit.errors import Unauthenticated
from chamdiem_kit.requests import StrictRoute

router = APIRouter(prefix="/auth", route_class=StrictRoute, tags=["session"])


class AccountOfSession(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    account_id: UUID
    holder_name: str
    kind: str
    roles: list[str]
    unit_code: str | None
    appraiser_code: str | None
    only_for_unit: str | None
    status: Literal["active", "locked"]
    locked_reason: str | None
    appraisal_lock: str | None
    may_act: bool
    why_not: str | None
    """Vì sao chưa làm việc được bằng tài khoản này và ai mở lại được."""


class SessionOut(BaseModel):
    holder: str
    username: str
    sub: str
    accounts: list[AccountOfSession]
    account_id: UUID | None


class AccountChoice(BaseModel):
    model_config = ConfigDict(extra="forbid")

    account_id: UUID


class SignedOut(BaseModel):
    """Where the page sends the browser, so that the provider's own session ends too."""

    location: str


@router.get("/session")
async def read_session(browser: Browser, ctx: Ctx, response: Response) -> SessionOut:
    """Người đang làm việc trong trình duyệt này, các tài khoản của người đó và tài khoản đang chọn."""
    _never_stored(response)
    async with ctx.snapshot() as tx:
        session = await store.load(tx, browser.id)
        if session is None:
            raise SessionOver(await store.why_over(tx, browser.id) or "Hãy đăng nhập lại.")
        mine = [a for a in await accounts_of_person(tx, session.sub) if a.status != "ended"]
    chosen = next((a for a in mine if a.account_id == session.account_id), None)
    holder = (chosen or mine[0]).holder_name if mine else session.username
    shown = [_shown(a) for a in mine]
    return SessionOut(
        holder=holder, username=session.username, sub=session.sub, accounts=shown, account_id=chosen.account_id if chosen else None
    )


@router.post("/account", dependencies=[OwnPage])
async def choose_account(body: AccountChoice, browser: Browser, ctx: Ctx, settings: Settings, response: Response) -> AccountChoice:
    """Chọn tài khoản để làm việc; khóa và nhật ký theo tài khoản này."""
    async with ctx.transaction() as tx:
        session = await store.load(tx, browser.id, to_change=True)
        if session is None:
            raise SessionOver(await store.why_over(tx, browser.id) or "Hãy đăng nhập lại.")
        account = domain.choose(await accounts_of_person(tx, session.sub), body.account_id)
        await store.choose(tx, session.id, account.account_id)
    cookies = Cookies(settings.secure)
    cookies.put(response, cookies.account, str(account.account_id))
    _never_stored(response)
    return AccountChoice(account_id=account.account_id)


@router.post("/refresh", status_code=204, dependencies=[OwnPage])
async def refresh_session(browser: Browser, ctx: Ctx, settings: Settings, provider: Provider) -> Response:
    """Lấy mã truy cập mới khi dịch vụ trả lời 401; trang gọi rồi lặp lại yêu cầu."""
    fresh = await refresh(ctx, provider, browser)
    answer = Response(status_code=204)
    cookies = Cookies(settings.secure)
    cookies.put(answer, cookies.access, fresh.access_token, max(int(fresh.expires_at.timestamp() - time.time()), 1))
    _never_stored(answer)
    return answer


@router.post("/sign-out", dependencies=[OwnPage])
async def sign_out(browser: Browser, ctx: Ctx, settings: Settings, provider: Provider, response: Response) -> SignedOut:
    """Đăng xuất khỏi mọi nơi: kết thúc phiên, báo các dịch vụ, và cho biết địa chỉ kết thúc phiên ở máy chủ đăng nhập."""
    async with ctx.transaction() as tx:
        session = await store.load(tx, browser.id, to_change=True)
        if session is not None:
            same = await store.at_provider(tx, sid=session.provider_session, sub=None) if session.provider_session else []
            await outbox.add_all(tx, events.ended(await store.end(tx, sorted({session.id, *same}))))
    location = f"{settings.public_origin}/"
    if session is not None:
        if session.refresh_token is not None:
            await provider.revoke(browser.open(session.refresh_token))
        location = await provider.sign_out_url(browser.open(session.id_token))
    Cookies(settings.secure).drop_session(response)
    _never_stored(response)
    return SignedOut(location=location)


@router.post("/backchannel-logout", openapi_extra=PUBLIC)
async def backchannel_logout(request: Request, ctx: Ctx, provider: Provider) -> Response:
    """Máy chủ đăng nhập báo một phiên đã kết thúc (OpenID Connect Back-Channel Logout)."""
    form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
    try:
        claims = await provider.id_tokens.claims(
            (form.get("logout_token") or [""])[0], require=("iss", "aud", "iat", "exp", "jti", "events")
        )
    except Unauthenticated as fault:
        raise domain.LogoutTokenRefused("Chữ ký, nơi phát hành, nơi nhận hoặc thời hạn không đúng.") from fault
    logout = domain.logout_of(claims, time.time())
    async with ctx.transaction() as tx:
        if not await store.use_logout_token(tx, logout.jti, logout.remembered_until):
            raise domain.LogoutTokenRefused("Thông báo đăng xuất này đã được dùng.")
        ids = await store.at_provider(tx, sid=logout.sid, sub=logout.sub)
        await outbox.add_all(tx, events.ended(await store.end(tx, ids)))
    return Response(status_code=200, headers={"Cache-Control": "no-store"})


def _shown(account: KnownAccount) -> AccountOfSession:
    lock = domain.lock_of(account)
    plain = {name: getattr(account, name) for name in AccountOfSession.model_fields.keys() & asdict(account).keys()}
    why_not = f"{lock.title}. {lock.detail}" if lock else None
    return AccountOfSession.model_validate(
        {**plain, "roles": [r for r, _, _ in account.roles], "may_act": lock is None, "why_not": why_not}
    )


def _never_stored(response: Response) -> None:
    response.headers["Cache-Control"] = "no-store"
