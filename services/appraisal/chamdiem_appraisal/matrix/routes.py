"""The assignment of a period in one picture (rights.md "Appraisal": progress of appraisals, no scores: manager all)."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import MayReadMatrix
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.known import store as known
from chamdiem_appraisal.known.routes import PeriodNotFound
from chamdiem_appraisal.matrix import store
from chamdiem_appraisal.matrix.domain import Row, columns_of, row_of, sharing_of
from chamdiem_kit.accounts import accounts_of_agencies
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_rules.criteria_set import CriteriaSet

router = service_router("appraisal", "/periods", tags=["assignment"])


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class ColumnOut(_Out):
    """Một tiêu chí, mục thưởng, trừ hoặc điều kiện khống chế; `appraiser_code` trống: hệ thống tính."""

    code: str
    title: str
    kind: str
    field: str
    appraiser_code: str | None


class SetOfMatrixOut(BaseModel):
    code: str
    title: str
    columns: Sequence[ColumnOut]


class ReplacedOut(BaseModel):
    """Mục do cơ quan thẩm định thay chấm trên phiếu này."""

    item: str
    appraiser_code: str


class RowOut(BaseModel):
    """Một phiếu; `gaps` là các mục chưa có cơ quan nào chấm."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    replaced: Sequence[ReplacedOut]
    gaps: Sequence[str]


class AgencyOut(BaseModel):
    """Một cơ quan thẩm định: số mục được phân công, số đầu mối và thành viên đang hoạt động.

    `doubles`: mục giao cho từ hai thành viên; `unshared`: mục chưa giao cho thành viên nào (khi đã có phân công trong cơ quan).
    """

    appraiser_code: str
    title: str
    unit_code: str
    appraisal_id: UUID
    items: int
    leads: int
    members: int
    doubles: int
    unshared: int


class MatrixOut(BaseModel):
    """Cơ quan nào chấm mục nào của đơn vị nào; mục không có trong `replaced` và `gaps` do cơ quan của bộ tiêu chí chấm."""

    period_id: UUID
    conflict_enabled: bool
    sets: Sequence[SetOfMatrixOut]
    rows: Sequence[RowOut]
    agencies: Sequence[AgencyOut]


@router.get("/{period_id}/matrix")
async def show_matrix(period_id: UUID, actor: MayReadMatrix, ctx: Ctx) -> MatrixOut:
    """Ma trận phân công thẩm định của kỳ, kèm chỗ trống, chỗ trùng và cơ quan thẩm định thay; không có điểm."""
    async with ctx.snapshot() as tx:
        period = await known.load_period(tx, period_id)
        if period is None:
            raise PeriodNotFound("Kỳ đánh giá chưa được mở hoặc chưa chuyển đến; hãy thử lại sau ít phút.")
        sheets = await store.sheets(tx, period_id, actor.only_for_unit)
        sets = await _sets(tx, sorted({set_id for _, set_id in sheets}), period.survey_forms_id)
        assigned = await store.assigned(tx, period_id)
        lines = await store.member_lines(tx, period_id)
        appraisals = await store.agencies(tx, period_id)
        people = await accounts_of_agencies(tx, list(appraisals))
        now = await real_now(tx)
    columns = {set_id: columns_of(s) for set_id, s in sets.items()}
    rows = [row_of(sheet, columns[set_id], assigned.get(sheet.sheet_id, {})) for sheet, set_id in sheets if set_id in columns]
    seen = {sheet.sheet_id for sheet, _ in sheets}
    own: dict[str, list[tuple[UUID, str]]] = {}
    for sheet_id, items in assigned.items():
        if sheet_id in seen:
            for item, agency in items.items():
                own.setdefault(agency, []).append((sheet_id, item))
    known_agencies = {code: a for s in sets.values() for code, a in s.appraisers.items()}
    agencies = []
    for code, appraisal_id in appraisals.items():
        named = known_agencies.get(code)
        sharing = sharing_of(code, own.get(code, []), lines.get(code, ()), people, now)
        agencies.append(
            AgencyOut(
                **vars(sharing),
                title=named.title if named else code,
                unit_code=named.unit_code if named else "",
                appraisal_id=appraisal_id,
            )
        )
    return MatrixOut(
        period_id=period_id,
        conflict_enabled=period.conflict.enabled,
        sets=[
            SetOfMatrixOut(code=s.code, title=s.title, columns=[ColumnOut.model_validate(c) for c in columns[set_id]])
            for set_id, s in sets.items()
        ],
        rows=[_row(row) for row in rows],
        agencies=agencies,
    )


async def _sets(tx: AsyncConnection, ids: Sequence[UUID], survey_forms_id: UUID | None) -> dict[UUID, CriteriaSet]:
    found = {set_id: await criteria.criteria_set_of(tx, set_id, survey_forms_id) for set_id in ids}
    return {set_id: s for set_id, s in found.items() if s is not None}


def _row(row: Row) -> RowOut:
    return RowOut(
        **vars(row.sheet), replaced=[ReplacedOut(item=item, appraiser_code=agency) for item, agency in row.replaced], gaps=row.gaps
    )
