"""Wires the plain service."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import Security
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit import outbox
from chamdiem_kit.access import PUBLIC, AccessRules, Actor, permitted
from chamdiem_kit.app import Ctx, Service, ServiceSpec, service_router
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.errors import Conflict
from chamdiem_kit.etag import ExpectedVersion
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.inbox import Received
from chamdiem_kit.settings import ServiceSettings

PACKAGE = "tests.support.plain_service"


class Right(StrEnum):
    READ_THING = "plain:thing:read"
    WRITE_THING = "plain:thing:write"
    AGREE_THING = "plain:thing:agree"


class CodeTaken(Conflict):
    type = "plain/duplicate"
    title = "Mã đã có"


class ThingIn(BaseModel):
    code: str


RULES = AccessRules(
    granted={"management": frozenset({Right.READ_THING, Right.WRITE_THING}), "appraisal": frozenset({Right.READ_THING, Right.WRITE_THING})},
    granted_by_role={"council_member": frozenset({Right.AGREE_THING})},
)
router = service_router("plain")


MayWrite = Annotated[Actor, Security(permitted, scopes=[Right.WRITE_THING])]


@router.post("/things", status_code=201)
async def create_thing(body: ThingIn, actor: MayWrite, ctx: Ctx, retry: RetryProtection) -> Any:
    """Tạo một thứ."""
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return earlier
        await tx.execute(text("INSERT INTO thing VALUES (:code, 1)"), {"code": body.code})
        await outbox.add(tx, UnitChangedV1(version=1, code=body.code, name="Sở", unit_type="department", ranking_group="department"))
        answer = {"code": body.code}
        await retry.keep(tx, actor.account_id, answer)
    return answer


@router.get("/things")
async def list_things(_: Annotated[Actor, Security(permitted, scopes=[Right.READ_THING])], ctx: Ctx) -> list[str]:
    """Danh sách."""
    async with ctx.snapshot() as tx:
        return list((await tx.execute(text("SELECT code FROM thing ORDER BY code"))).scalars())


@router.put("/things/{code}")
async def change_thing(code: str, expected: ExpectedVersion, _: MayWrite) -> str:
    """Sửa một thứ."""
    return f"{code} {expected}"


@router.post("/agreements")
async def agree(_: Annotated[Actor, Security(permitted, scopes=[Right.AGREE_THING])]) -> str:
    """Đồng ý."""
    return "ok"


@router.get("/open", openapi_extra=PUBLIC)
async def open_to_all() -> str:
    """Công khai."""
    return "ok"


async def keep_unit(tx: AsyncConnection, event: Received[UnitChangedV1]) -> None:
    """A handler that fails for the unit `poison`."""
    if event.data.code == "poison":
        raise RuntimeError("poison")
    await tx.execute(text("INSERT INTO thing VALUES (:code, :version)"), {"code": event.data.code, "version": event.data.version})


SPEC = ServiceSpec(
    name="plain",
    title="Plain",
    package=PACKAGE,
    access=RULES,
    routers=[router],
    consumers={UnitChangedV1: keep_unit},
    constraints={"uq_thing_code": CodeTaken},
)


def create_service(settings: ServiceSettings, bus: Bus) -> Service:
    """The plain service."""
    return Service(SPEC, settings, bus)
