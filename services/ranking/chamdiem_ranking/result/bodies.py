"""What is answered of results: rows as they are stored → texts as people and files read them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from chamdiem_kit.access import Actor
from chamdiem_kit.paging import key_of
from chamdiem_ranking.access import Right
from chamdiem_ranking.earlier.domain import RankBefore, rank_change
from chamdiem_ranking.result.domain import ResultStatus
from chamdiem_rules.criteria_set import CriteriaSet
from chamdiem_rules.numbers import format_percent, format_score, from_micro
from chamdiem_rules.totals import index_of

_EXACT_DECIMALS = 12


class WaitingForOut(BaseModel):
    """Một việc mà kết quả còn chờ: `appraisal` (cơ quan `appraiser_code`), `survey` (phiếu `form`), `par_index`, `self_assessment`."""

    kind: str
    name: str
    appraiser_code: str | None = None
    form: str | None = None


class ResultOut(BaseModel):
    """Trạng thái kết quả của một kỳ; `waiting_for` nói việc tổng hợp còn chờ gì.

    `allowed_actions`: tài khoản đang dùng làm được gì lúc này
    (`read_council`, `open_session`, `give_opinion`, `agree`, `publish`, `correct`,
    `appeal`, `read_appeals`).
    """

    period_id: UUID
    program: str
    year: int
    rehearsal: bool
    status: str
    result_version: int
    waiting_for: list[WaitingForOut]
    aggregated_at: datetime | None
    allowed_actions: list[str]
    version: int


class FieldOut(BaseModel):
    """Một lĩnh vực; điểm tối đa lớn nhất khi các bộ tiêu chí khác nhau, trống nếu không biết."""

    code: str
    title: str
    max_score: str | None


class ResultLineOut(BaseModel):
    """Kết quả của một đơn vị. Điểm và tỷ lệ là chuỗi số chính xác theo số chữ số của bộ tiêu chí.

    `previous_rank`: thứ hạng đã công bố năm trước trong cùng nhóm; `rank_change`: lên (dương) hay xuống (âm) bao nhiêu bậc.
    `previous_unit_name`: tên đơn vị cũ khi đó là thứ hạng của đơn vị duy nhất đã hợp nhất vào đơn vị này; trống khi là của chính đơn vị.
    """

    sheet_id: UUID
    program: str
    ranking_group: str
    rank: int | None
    previous_rank: int | None
    previous_unit_name: str | None
    rank_change: int | None
    unit_code: str
    unit_name: str
    set_code: str
    self_total: str
    appraised_total: str
    survey_total: str
    bonus: str
    deduction: str
    final_score: str
    applicable_max: str
    index_percent: str
    index_exact: str
    level: str
    level_title: str
    level_by_index: str
    knocked_out_by: list[str]
    field_totals: dict[str, str]
    unscored: list[str]


class ItemResultOut(BaseModel):
    """Điểm của một tiêu chí, hoặc số lần và điểm của một mục thưởng, trừ."""

    item: str
    self_score: str | None
    appraised_score: str | None
    final_score: str | None
    not_applicable: bool
    count: int | None
    is_adjustment: bool


class SheetScoresOut(BaseModel):
    """Điểm từng mục của một phiếu."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    items: list[ItemResultOut]


def result_out(row: Any, actor: Actor) -> ResultOut:
    """A row of `reading.period` or `reading.periods`, with what the account may do of it."""
    return ResultOut(
        period_id=row.period_id,
        program=row.program,
        year=row.year,
        rehearsal=row.rehearsal,
        status=row.status,
        result_version=row.result_version,
        waiting_for=[_waiting(**w) for w in row.waiting_for],
        aggregated_at=row.aggregated_at,
        allowed_actions=_allowed(row, actor),
        version=row.version,
    )


def _allowed(row: Any, actor: Actor) -> list[str]:
    if actor.only_for_unit is not None:
        return []
    agreed = row.status == ResultStatus.AGREED and not row.rehearsal
    open_for: dict[str, tuple[Right, bool]] = {
        "read_council": (Right.READ_COUNCIL, True),
        "open_session": (Right.RUN_COUNCIL, row.status != ResultStatus.PROVISIONAL),
        "give_opinion": (Right.AGREE, row.status != ResultStatus.PROVISIONAL),
        "agree": (Right.RECORD_AGREEMENT, row.status == ResultStatus.AGGREGATED),
        # A second version is only made of a result that was published.
        "publish": (Right.PUBLISH, agreed and row.result_version == 1),
        "appeal": (Right.APPEAL, row.status == ResultStatus.PUBLISHED),
        "read_appeals": (Right.READ_APPEAL, row.status == ResultStatus.PUBLISHED or row.result_version > 1),
        "correct": (Right.PUBLISH, agreed and row.result_version > 1),
    }
    return [act for act, (right, now) in open_for.items() if now and actor.may(right)]


def _waiting(kind: str, name: str) -> WaitingForOut:
    return WaitingForOut(
        kind=kind, name=name, appraiser_code=name if kind == "appraisal" else None, form=name if kind == "survey" else None
    )


def points_text(micro: Any, decimals: int) -> str:
    """Stored points with `decimals` digits; only the text is rounded (half-up), sums are made of exact points."""
    return format_score(from_micro(int(micro)), decimals)


def line_out(
    r: Any, criteria_set: CriteriaSet, previous_ranks: Mapping[tuple[str, str], RankBefore] = MappingProxyType({})
) -> ResultLineOut:
    """A row of `reading.lines`; `previous_ranks` by group and unit."""
    previous = previous_ranks.get((r.ranking_group, r.unit_code))
    decimals = criteria_set.score_decimals
    index = index_of(int(r.final_score_micro), int(r.applicable_max_micro))
    return ResultLineOut(
        sheet_id=r.sheet_id,
        program=r.program,
        ranking_group=r.ranking_group,
        rank=r.rank,
        previous_rank=previous.rank if previous else None,
        previous_unit_name=previous.of if previous else None,
        rank_change=rank_change(r.rank, previous),
        unit_code=r.unit_code,
        unit_name=r.unit_name,
        set_code=r.set_code,
        self_total=points_text(r.self_total_micro, decimals),
        appraised_total=points_text(r.appraised_total_micro, decimals),
        survey_total=points_text(r.survey_total_micro, decimals),
        bonus=points_text(r.bonus_micro, decimals),
        deduction=points_text(r.deduction_micro, decimals),
        final_score=points_text(r.final_score_micro, decimals),
        applicable_max=points_text(r.applicable_max_micro, decimals),
        index_percent=format_percent(index, criteria_set.index_decimals),
        index_exact=format_percent(index, _EXACT_DECIMALS),
        level=r.level,
        level_title=level_title(criteria_set, r.level),
        level_by_index=r.level_by_index,
        knocked_out_by=r.knocked_out_by,
        field_totals={f.code: points_text(r.field_totals[f.code], decimals) for f in criteria_set.fields},
        unscored=r.unscored,
    )


def fields_of(sets: Iterable[CriteriaSet]) -> list[FieldOut]:
    """The fields of these sets in the order of the first set that has them, with the largest maximum where sets differ."""
    found: dict[str, tuple[str, Decimal, int]] = {}
    for criteria_set in sets:
        for f in criteria_set.fields:
            title, most, decimals = found.get(f.code, (f.title, f.max_score, criteria_set.score_decimals))
            found[f.code] = (title, max(most, f.max_score), decimals)
    return [FieldOut(code=code, title=title, max_score=format_score(most, n)) for code, (title, most, n) in found.items()]


def level_title(criteria_set: CriteriaSet, code: str) -> str:
    """The title of a grade or classification."""
    return next(level.title for level in criteria_set.levels if level.code == code)


def item_out(r: Any, decimals: int) -> ItemResultOut:
    """A row of `reading.items`."""

    def points(micro: Any) -> str | None:
        return None if micro is None else points_text(micro, decimals)

    return ItemResultOut(
        item=r.item,
        self_score=points(r.self_score_micro),
        appraised_score=points(r.appraised_score_micro),
        final_score=points(r.final_score_micro),
        not_applicable=r.not_applicable,
        count=r.count,
        is_adjustment=r.is_adjustment,
    )


def place_of(cursor: str | None) -> tuple[str, int]:
    """The ranking group and place that a cursor of lines names, before all of them for the first page. Raises `BadCursor`."""
    if cursor is None:
        return "", 0
    group, place = key_of(cursor, (str, int))
    return group, min(max(place, 0), 2**31 - 1)
