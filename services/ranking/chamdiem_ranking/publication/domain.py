"""When a result may be published, and what is frozen of it (rules §7, §9). Pure."""

from collections.abc import Mapping
from typing import Any

from chamdiem_kit.errors import Conflict, Invalid, NotFound
from chamdiem_ranking.result.domain import ResultStatus
from chamdiem_rules.text import is_blank


class RehearsalNotPublished(Conflict):
    type = "ranking/rehearsal"
    title = "Kỳ diễn tập không được công bố"


class NotAgreed(Conflict):
    type = "ranking/not-agreed"
    title = "Hội đồng chưa thống nhất kết quả"


class AlreadyPublished(Conflict):
    type = "ranking/already-published"
    title = "Kết quả của kỳ này đã được công bố"


class NotPublished(Conflict):
    type = "ranking/not-published"
    title = "Kết quả của kỳ này chưa từng được công bố"


class ReasonMissing(Invalid):
    type = "ranking/reason-missing"
    title = "Thiếu lý do đính chính"


class PublicationUnknown(NotFound):
    type = "ranking/publication-not-found"
    title = "Không có kết quả công bố này"


class FingerprintUnknown(NotFound):
    type = "ranking/fingerprint-not-found"
    title = "Không có văn bản nào mang mã này"


def require_publishable(status: ResultStatus | None, *, rehearsal: bool, published_before: bool, correction: bool) -> None:
    """Raise what forbids publishing: a rehearsal for ever; a first publication after one; a correction before one; no agreement."""
    if rehearsal:
        raise RehearsalNotPublished("Kết quả diễn tập chỉ để xem nội bộ; hãy tạo kỳ chính thức.")
    if published_before and not correction:
        raise AlreadyPublished("Muốn sửa kết quả đã công bố, hãy dùng thao tác đính chính.")
    if correction and not published_before:
        raise NotPublished("Hãy công bố lần đầu trước khi đính chính.")
    if status is not ResultStatus.AGREED:
        raise NotAgreed("Hãy ghi nhận Hội đồng thống nhất kết quả đã tổng hợp trước.")


def require_reason(reason: str) -> None:
    """Raise `ReasonMissing` for a correction that does not say why."""
    if is_blank(reason):
        raise ReasonMissing("Hãy nêu lý do đính chính.")


PUBLIC_FIELDS = (
    *("rank", "unit_code", "unit_name", "set_code", "self_total", "appraised_total", "survey_total", "bonus", "deduction"),
    *("final_score", "applicable_max", "index_percent", "index_exact", "level", "level_title", "knocked_out_by", "field_totals"),
)


def frozen_line(line: Mapping[str, Any]) -> dict[str, Any]:
    """What is published of a unit's line: no id, nothing provisional."""
    return {"ranking_group": line["ranking_group"], **{name: line[name] for name in PUBLIC_FIELDS}}
