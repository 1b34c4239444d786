"""Answers about periods."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from chamdiem_assessment.access import units_seen_by
from chamdiem_assessment.period.acts import acts_of
from chamdiem_assessment.period.domain import Period
from chamdiem_assessment.period.events import state_of
from chamdiem_contracts.assessment import PeriodState
from chamdiem_kit.access import Actor


class PeriodOut(PeriodState):
    """Kỳ đánh giá như hiện tại. `sheets` và `extensions` chỉ gồm các đơn vị mà tài khoản được xem; danh sách kỳ không kèm `sheets`."""

    id: UUID
    allowed_actions: Sequence[str] = ()
    """Việc tài khoản làm được lúc này: change, open, close, amend, extend, move_clock."""


class PeriodActOut(BaseModel):
    """Một lần thay đổi của kỳ đánh giá, theo giờ thực."""

    version: int
    act: str
    state: Mapping[str, Any]
    changed_by: UUID
    changed_at: datetime


def period_out(period: Period, sheets: Iterable[Mapping[str, Any]], real_now: datetime, actor: Actor) -> PeriodOut:
    """The answer about a period for the account that asks."""
    state = state_of(period, sheets, real_now)
    units = units_seen_by(actor)
    if units is not None:
        state["extensions"] = [e for e in state["extensions"] if e["unit_code"] in units]
    return PeriodOut.model_validate({**state, "id": period.id, "allowed_actions": acts_of(period, actor)})
