"""What a merger does: to units when it is decided, to accounts and sub-units when its day has come."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account import events as account_events
from chamdiem_identity.account import store as accounts
from chamdiem_identity.lock.domain import LastAdministrator, end
from chamdiem_identity.lock.keeping import keep
from chamdiem_identity.merging import domain, store
from chamdiem_identity.provider.reconciling import carry_out_now
from chamdiem_identity.unit import events as unit_events
from chamdiem_identity.unit import store as units
from chamdiem_kit import outbox
from chamdiem_kit.app import Service

_IDLE_S = 60.0
_log = logging.getLogger("chamdiem.identity.merging")


def reason_of(merger: domain.Merger, name: str) -> str:
    """Why an account of a unit that ended has ended, as its log says it."""
    return f"Đơn vị hợp nhất vào {name} từ {merger.merged_on:%d/%m/%Y}. {merger.reason}"


async def keep_units(tx: AsyncConnection, plan: domain.Plan, merger: domain.Merger) -> None:
    """The units after the merger, kept and told; begun by `units.begin_writing`."""
    if plan.is_new:
        await units.add(tx, [plan.successor], merger.decided_by)
    else:
        await units.change(tx, plan.successor, "merged_into", merger.decided_by)
    for unit in plan.ended:
        await units.change(tx, unit, "merged", merger.decided_by)
    await outbox.add_all(tx, [unit_events.changed(unit) for unit in (plan.successor, *plan.ended)])


async def account_plans(tx: AsyncConnection, merger: domain.Merger) -> list[domain.AccountPlan]:
    """What becomes of the accounts if the merger's day were now."""
    await accounts.begin_writing(tx)
    present = await accounts.of_units_to_change(tx, merger.predecessors)
    there = await accounts.of_units_to_change(tx, [merger.successor_code])
    return domain.plan_accounts(merger, present, frozenset(domain.grant_key(a) for a in there), [uuid4() for _ in present])


async def follow(tx: AsyncConnection, merger: domain.Merger) -> list[int]:
    """Let accounts and sub-units follow; the changes at the provider that come of it, to be carried out after the commit."""
    await units.begin_writing(tx)
    name = (await units.names(tx, [merger.successor_code]))[merger.successor_code]
    plans = await account_plans(tx, merger)
    moved = [plan.moved for plan in plans if plan.moved is not None]
    await accounts.add(tx, moved, merger.decided_by)
    await outbox.add_all(tx, account_events.all_changed(moved))
    tasks: list[int] = []
    for plan in plans:
        if plan.act == "keep":
            continue
        try:
            ended = end(plan.account, await accounts.active_administrators(tx))
        except LastAdministrator:
            _log.error("the last administrator stays at a unit that was merged: %s", plan.account.username)
            continue
        tasks += await keep(tx, ended, "ended", reason_of(merger, name), merger.decided_by)
    if merger.sub_units_follow:
        following = [domain.follow_parent(unit, merger.successor_code) for unit in await units.below(tx, merger.predecessors)]
        for unit in following:
            await units.change(tx, unit, "changed", merger.decided_by)
        await outbox.add_all(tx, [unit_events.changed(unit) for unit in following])
    await store.mark_carried_out(tx, merger.id)
    return tasks


async def follow_on_their_day(ctx: Service) -> None:
    """Background: mergers whose day has come, until cancelled."""
    while True:
        if not await follow_next(ctx):
            await asyncio.sleep(_IDLE_S)


async def follow_next(ctx: Service) -> bool:
    """Carry out one merger whose day has come; whether there was one."""
    async with ctx.transaction() as tx:
        merger = await store.next_due(tx)
        if merger is None:
            return False
        tasks = await follow(tx, merger)
    await carry_out_now(ctx, tasks)
    return True


def due(merger: domain.Merger, today: date) -> bool:
    """Whether accounts follow at once."""
    return merger.merged_on <= today


def warnings(plan: domain.Plan, plans: Sequence[domain.AccountPlan]) -> list[str]:
    """What who decides should think of, in sentences."""
    said = []
    heads = [p for p in plans if p.moved is not None and any(r.role == "unit_approver" for r in p.moved.roles)]
    if len(heads) > 1:
        said.append(f"{len(heads)} người giữ quyền phê duyệt báo cáo cùng chuyển sang {plan.successor.name}; hãy bỏ bớt vai trò đó.")
    if any(p.act == "move" and p.moved is None for p in plans):
        said.append("Có người đã giữ tài khoản như vậy ở đơn vị kế thừa; tài khoản ở đơn vị cũ chỉ kết thúc.")
    if len(plan.successor.predecessors) > 1:
        said.append(
            "Nhiều đơn vị sáp nhập thành một: số liệu năm trước và thứ hạng năm trước của từng đơn vị cũ không được cộng lại; "
            "đơn vị kế thừa chỉ so với số liệu của chính mã mình, nếu có."
        )
    return said
