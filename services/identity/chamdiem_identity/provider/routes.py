"""HTTP operation on what only the provider has: the password."""

from uuid import UUID

from pydantic import BaseModel, Field

from chamdiem_identity.access import MayResetPasswords
from chamdiem_identity.account.shapes import Reason
from chamdiem_identity.provider.domain import new_password
from chamdiem_identity.provider.resetting import ask_for_password, set_password_now
from chamdiem_kit.app import Ctx, service_router

router = service_router("identity", tags=["accounts"])


class PasswordOut(BaseModel):
    """Shown once; it is kept nowhere."""

    initial_password: str = Field(repr=False)


@router.post("/accounts/{account_id}/password")
async def reset_password(account_id: UUID, body: Reason, actor: MayResetPasswords, ctx: Ctx) -> PasswordOut:
    """Cấp lại mật khẩu dùng một lần theo đề nghị của người đứng đầu cơ quan (Điều 16.5); mật khẩu chỉ hiện một lần."""
    reason, password = body.cleaned(), new_password()
    async with ctx.transaction() as tx:
        task_id = await ask_for_password(tx, account_id, password, reason, actor.account_id)
    await set_password_now(ctx, task_id)
    return PasswordOut(initial_password=password)
