"""A sheet as an account may see or fill it in: its own unit's whole, or the leaves that the parent unit gave to its sub-unit."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.delegation import store as delegation
from chamdiem_assessment.delegation.store import Held
from chamdiem_assessment.evidence import store as files
from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.evidence.store import Reader, reader_of
from chamdiem_assessment.sheet import domain, store
from chamdiem_assessment.sheet.domain import SelfAssessmentStatus, Sheet, SheetNotFound, UnknownItem
from chamdiem_assessment.sheet.store import Lock
from chamdiem_kit.access import Actor
from chamdiem_rules.refusal import Refused
from chamdiem_rules.set_types import CriteriaSet


async def load_seen(tx: AsyncConnection, sheet_id: UUID, actor: Actor) -> tuple[Sheet, Held | None]:
    """A sheet that the account may see, and what of it (None: all). Raises `SheetNotFound`."""
    try:
        return await store.load_readable(tx, sheet_id, reader_of(actor)), None
    except SheetNotFound:
        held = await delegation.held_by(tx, sheet_id, actor.unit_code)
        if held is None:
            raise
        return await store.load_readable(tx, sheet_id, Reader(held.unit_code, manager=False, only_for_unit=None)), held


async def open_for_saving(tx: AsyncConnection, sheet_id: UUID, actor: Actor, lock: Lock) -> tuple[Sheet, Held | None]:
    """A sheet that the account may write to now, locked, and what of it (None: all). Raises `SheetNotFound`, as `require_editable`."""
    held: Held | None = None
    try:
        sheet = await store.load_own(tx, sheet_id, actor.unit_code, lock)
    except SheetNotFound:
        held = await delegation.held_by(tx, sheet_id, actor.unit_code)
        if held is None:
            raise
        sheet = await store.load_own(tx, sheet_id, held.unit_code, lock)
    domain.require_editable(sheet)
    if sheet.state.status is SelfAssessmentStatus.NOT_STARTED:
        sheet = await store.load_begun(tx, sheet, actor.account_id, lock)
        domain.require_editable(sheet)
    if held is not None:
        # Once more under the lock: a leaf may have been taken back meanwhile.
        held = await delegation.held_by(tx, sheet_id, actor.unit_code) or Held(held.unit_code, frozenset())
    return sheet, held


async def usable_files(tx: AsyncConnection, ids: Collection[UUID], held: Held | None, actor: Actor) -> Mapping[UUID, Evidence]:
    """The files that the account may name; a sub-unit none but those it sees."""
    return await files.by_id(tx, ids) if held is None else await files.seen_by(tx, ids, reader_of(actor))


def require_item(criteria_set: CriteriaSet, item: str, held: Held | None) -> None:
    """Raise `UnknownItem`, also for a leaf that was not given."""
    if criteria_set.item(item) is None or not holds(held, item):
        raise UnknownItem("Hãy dùng mã tiêu chí hoặc mục điểm có trong bộ tiêu chí của phiếu.")


def require_given(held: Held | None, item: str) -> None:
    """Refused: `unknown-item` for a line of a leaf that was not given."""
    if not holds(held, item):
        raise Refused("unknown-item", "Hãy dùng mã tiêu chí hoặc mục điểm có trong bộ tiêu chí của phiếu.", "item")


def holds(held: Held | None, item: str) -> bool:
    """Whether the item is among those that the account may see."""
    return held is None or item in held.items


def narrowed(body: dict[str, Any], held: Held) -> dict[str, Any]:
    """What of an answered sheet a sub-unit sees: nothing of other leaves, and nothing that all leaves together make."""
    items = [i for i in body["items"] if i["item"] in held.items]
    missing = [m for m in body["missing"] if m["item"] in held.items]
    hidden = ("exported_fingerprint", "report_fingerprint", "approved_at", "signed_report_id")
    return {
        **body,
        **dict.fromkeys(hidden),
        "items": items,
        "missing": missing,
        "missing_count": len(missing),
        "given_items": sorted(held.items),
        "allowed_actions": ["save"] if body["read_only"] is None else [],
    }
