"""HTTP operations that merge units (rights.md: administrator)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.access import MayMergeUnits, MayReadUnits
from chamdiem_identity.account.domain import REASON_LIMIT, clean_line
from chamdiem_identity.merging import domain, store
from chamdiem_identity.merging.carrying_out import account_plans, due, follow, keep_units, warnings
from chamdiem_identity.provider.reconciling import carry_out_now
from chamdiem_identity.unit import domain as unit
from chamdiem_identity.unit import store as units
from chamdiem_identity.unit.registering import checked
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.errors import FieldError
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.instants import VIETNAM
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import is_storable, nfc

router = service_router("identity", "/unit-mergers", tags=["units"])

Code = Annotated[str, Field(max_length=400, pattern=r"^[^\x00]*$")]


class NewUnit(BaseModel):
    """The unit that follows, where it is not there yet; its first day is that of the merger."""

    model_config = ConfigDict(extra="forbid")

    name: str
    unit_type: str
    ranking_group: str
    parent_code: str | None = None


class MergerIn(BaseModel):
    """`account_acts`: what becomes of accounts otherwise than proposed, by id: `move` to the unit that follows, `end`, or `keep`."""

    model_config = ConfigDict(extra="forbid")

    predecessors: list[Code] = Field(min_length=1, max_length=domain.MOST_PREDECESSORS)
    successor_code: Code
    new_unit: NewUnit | None = None
    merged_on: date
    reason: str
    account_acts: dict[UUID, domain.AccountAct] = Field(default={}, max_length=5000)
    sub_units_follow: bool = True


class UnitNamed(BaseModel):
    code: str
    name: str


class UnitEnding(UnitNamed):
    """A unit that ends; `last_day` once merged."""

    valid_to: date | None
    last_day: date


class AccountFollowing(BaseModel):
    """`moves`: the person is granted an account of this kind with `roles` at the unit that follows; with `move` and without it there is one
    already."""

    id: UUID
    username: str
    holder_name: str
    kind: str
    unit_name: str
    roles: list[str]
    status: Literal["active", "locked", "ended"]
    act: domain.AccountAct
    moves: bool


class MergerPreview(BaseModel):
    """What the merger would do; `accounts_at_once`: its day has come, else accounts and sub-units follow on that day."""

    successor: UnitNamed
    is_new: bool
    units: list[UnitEnding]
    accounts: list[AccountFollowing]
    sub_units: list[UnitNamed]
    accounts_at_once: bool
    warnings: list[str]


class MergerOut(BaseModel):
    """`carried_out_at` is null while accounts and sub-units wait for the day."""

    id: UUID
    successor_code: str
    successor_name: str
    predecessors: list[UnitNamed]
    merged_on: date
    reason: str
    sub_units_follow: bool
    decided_by_name: str
    decided_at: datetime
    carried_out_at: datetime | None


@router.post("/preview")
async def preview_merger(body: MergerIn, actor: MayMergeUnits, ctx: Ctx) -> MergerPreview:
    """Xem trước việc hợp nhất: đơn vị nào kết thúc ngày nào, tài khoản nào chuyển, giữ lại hay kết thúc; chưa ghi gì."""
    async with ctx.transaction() as tx:
        merger, plan, present = await _planned(tx, body, actor.account_id)
        plans = await account_plans(tx, merger)
        sub_units = await units.below(tx, merger.predecessors)
        today = (await real_now(tx)).astimezone(VIETNAM).date()
    names = {u.code: u.name for u in present}
    return MergerPreview(
        successor=UnitNamed(code=plan.successor.code, name=plan.successor.name),
        is_new=plan.is_new,
        units=[
            UnitEnding(code=u.code, name=u.name, valid_to=before.valid_to, last_day=u.valid_to or merger.merged_on)
            for u, before in zip(plan.ended, present, strict=True)
        ],
        accounts=[_following(p, names) for p in plans],
        sub_units=[UnitNamed(code=u.code, name=u.name) for u in sub_units],
        accounts_at_once=due(merger, today),
        warnings=warnings(plan, plans),
    )


@router.post("", status_code=201)
async def merge_units(body: MergerIn, actor: MayMergeUnits, ctx: Ctx, retry: RetryProtection, response: Response) -> MergerOut:
    """Hợp nhất đơn vị từ một ngày: đơn vị cũ kết thúc ngày trước đó, đơn vị kế thừa nhớ các đơn vị ấy; tài khoản theo sang đúng ngày."""
    tasks: list[int] = []
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return MergerOut.model_validate(earlier)
        merger, plan, _ = await _planned(tx, body, actor.account_id)
        await keep_units(tx, plan, merger)
        await store.add(tx, merger)
        if due(merger, (await real_now(tx)).astimezone(VIETNAM).date()):
            tasks = await follow(tx, merger)
        (row,) = await store.page(tx, after=None, limit=1)
        answer = MergerOut.model_validate(row)
        await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
    await carry_out_now(ctx, tasks)
    return answer


@router.get("")
async def list_mergers(_: MayReadUnits, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[MergerOut]:
    """Các lần hợp nhất đơn vị, mới nhất trước."""
    async with ctx.snapshot() as tx:
        found = await store.page(tx, after=after_id(after), limit=limit + 1)
    rows, following = page_by_id(found, limit, lambda row: row["id"])
    return Page(items=[MergerOut.model_validate(row) for row in rows], next=following)


async def _planned(tx: AsyncConnection, body: MergerIn, by: UUID) -> tuple[domain.Merger, domain.Plan, Sequence[unit.Unit]]:
    """The merger, the units it makes and those that are there now; all writers of units wait."""
    await units.begin_writing(tx)
    try:
        reason = clean_line(body.reason, "reason", REASON_LIMIT)
    except Refused as refused:
        raise as_invalid("identity", refused) from refused
    codes = tuple(dict.fromkeys(_known(code, f"/predecessors/{place}") for place, code in enumerate(body.predecessors)))
    present = []
    for place, code in enumerate(codes):
        try:
            present.append(await units.load_to_change(tx, code))
        except unit.UnitNotFound as fault:
            detail = f"Không có đơn vị {code}; hãy chọn lại."
            raise domain.MergerNotPossible(detail, errors=(FieldError(f"/predecessors/{place}", detail),)) from fault
    successor = await _successor(tx, body)
    merger = domain.Merger(
        await store.new_id(tx), successor.code, codes, body.merged_on, reason, by, body.account_acts, body.sub_units_follow
    )
    return merger, domain.plan_units(merger, successor, present, is_new=body.new_unit is not None), present


async def _successor(tx: AsyncConnection, body: MergerIn) -> unit.Unit:
    code = _known(body.successor_code, "/successor_code")
    if body.new_unit is None:
        try:
            return await units.load_to_change(tx, code)
        except unit.UnitNotFound as fault:
            detail = "Không có đơn vị này; hãy chọn đơn vị đã có, hoặc khai đơn vị mới."
            raise domain.MergerNotPossible(detail, errors=(FieldError("/successor_code", detail),)) from fault
    fields = body.new_unit.model_dump()
    parent = fields["parent_code"]
    above = await units.parents(tx, [nfc(parent)] if parent and is_storable(parent) else [])
    made = checked(unit.Unit(code=code, **fields, valid_from=body.merged_on), above)
    if made.code in await units.known_codes(tx, [made.code]):
        raise unit.UnitCodeTaken("Hãy dùng mã khác, hoặc chọn đơn vị đang có mã này làm đơn vị kế thừa.")
    return made


def _known(code: str, pointer: str) -> str:
    if not is_storable(code):
        detail = "Mã đơn vị không hợp lệ."
        raise domain.MergerNotPossible(detail, errors=(FieldError(pointer, detail),))
    return nfc(code)


def _following(plan: domain.AccountPlan, names: dict[str, str]) -> AccountFollowing:
    account = plan.account
    at = next((code for code in (account.unit_code, account.only_for_unit) if code in names), "")
    return AccountFollowing(
        id=account.id,
        username=account.username,
        holder_name=account.holder_name,
        kind=account.kind,
        unit_name=names.get(at or "", at or ""),
        roles=[role.role for role in (plan.moved or account).roles],
        status=account.status,
        act=plan.act,
        moves=plan.moved is not None,
    )
