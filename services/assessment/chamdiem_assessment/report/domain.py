"""The snapshot of a report, its fingerprint, and the approval of exactly that snapshot (scoring-rules.md section 4; Điều 9.2)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import orjson

from chamdiem_assessment.evidence.domain import MEDIA_TYPES, Evidence, EvidenceStatus
from chamdiem_assessment.sheet.answer import Answer, missing_of, missing_sentence, self_total
from chamdiem_assessment.sheet.domain import (
    Incomplete,
    NotApproved,
    SelfAssessment,
    SelfAssessmentStatus,
    Sheet,
    SheetOf,
    require_editable,
    require_not_sent,
    require_reason,
)
from chamdiem_kit.errors import Conflict, FieldError, Invalid
from chamdiem_rules.complete import Missing
from chamdiem_rules.set_types import CriteriaSet

FORM = "chamdiem/self-assessment-report/1"


class ReportChanged(Conflict):
    type = "assessment/report-changed"
    title = "Báo cáo đã thay đổi so với bản được xem"


class SignedReportRefused(Invalid):
    type = "assessment/signed-report-refused"
    title = "Báo cáo đã ký không được nhận"


@dataclass(frozen=True, slots=True)
class Issued:
    """A set's version as it was issued."""

    fingerprint: str
    decision_number: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything a report prints, as canonical JSON: no id, no address, no time. `fingerprint` is its SHA-256."""

    document: str
    fingerprint: str

    @property
    def tree(self) -> dict[str, Any]:
        """The document read."""
        tree: dict[str, Any] = orjson.loads(self.document)
        return tree


@dataclass(frozen=True, slots=True)
class Present:
    """A sheet's answers by item as they stand, with the files they name and the set they answer to."""

    criteria_set: CriteriaSet
    issued: Issued
    answers: Mapping[str, Answer]
    files: Mapping[UUID, Evidence]

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What the sheet lacks before it may be approved."""
        return missing_of(self.criteria_set, self.answers)


def snapshot_of(of: SheetOf, present: Present, head: Mapping[str, str]) -> Snapshot:
    """The snapshot of a sheet's present answers, in the set's order. `head` is what the settings print above the report."""
    issued, answers, files = present.issued, present.answers, present.files
    tree: dict[str, Any] = {
        "form": FORM,
        "head": dict(head),
        "program": of.program,
        "year": str(of.year),
        "rehearsal": of.rehearsal,
        "set": {
            "code": of.set_code,
            "fingerprint": issued.fingerprint,
            "decision_number": issued.decision_number,
            "decided_on": issued.decided_on.isoformat(),
        },
        "unit": {"code": of.unit_code, "name": of.unit_name},
        "answers": [line_of(answers[code], files) for code in present.criteria_set.items if code in answers],
        "self_total": f"{self_total(present.criteria_set, answers):f}",
    }
    # RFC 8785: all keys are ASCII and all values text, true, false or null, so sorting keys is all that is left to do.
    document = orjson.dumps(tree, option=orjson.OPT_SORT_KEYS)
    return Snapshot(document.decode(), hashlib.sha256(document).hexdigest())


def line_of(answer: Answer, files: Mapping[UUID, Evidence]) -> dict[str, Any]:
    """One answer as a snapshot has it."""
    return {
        "item": answer.item,
        "option": answer.option,
        "numerator": answer.numerator,
        "denominator": answer.denominator,
        "count": answer.count,
        "not_applicable": answer.not_applicable,
        "is_claim": answer.is_claim,
        "self_score": None if answer.self_score is None else f"{answer.self_score:f}",
        "explanation": answer.explanation,
        "evidence": [{"name": files[i].name, "sha256": files[i].sha256} for i in answer.evidence_ids],
    }


def require_complete(present: Present) -> None:
    """Raise `Incomplete` with every missing thing by its item."""
    missing = present.missing
    if missing:
        errors = tuple(FieldError(f"/items/{m.item}", missing_sentence(present.criteria_set, m)) for m in missing)
        raise Incomplete(f"Còn thiếu {len(missing)} nội dung; hãy bổ sung rồi làm lại.", errors=errors)


def require_approvable(sheet: Sheet, present: Present) -> None:
    """Raise as `require_editable`, `Incomplete`."""
    require_editable(sheet)
    require_complete(present)


def approve_report(sheet: Sheet, seen_fingerprint: str, snapshot: Snapshot, present: Present, by: UUID) -> SelfAssessment:
    """The sheet approved on exactly the snapshot the head saw. Raises as `require_approvable`, `ReportChanged`."""
    require_approvable(sheet, present)
    if seen_fingerprint != snapshot.fingerprint:
        raise ReportChanged("Số liệu đã được sửa sau khi kết xuất; hãy kết xuất lại, xem rồi phê duyệt.")
    return sheet.state.moved(
        SelfAssessmentStatus.APPROVED,
        sheet.real_now,
        report_fingerprint=snapshot.fingerprint,
        approved_by=by,
        approved_at=sheet.real_now,
        signed_report_id=None,
    )


def void_approval(sheet: Sheet, reason: str) -> SelfAssessment:
    """The sheet back in drafting. Raises `AlreadySent`, `NotApproved`, `ReasonMissing`."""
    require_not_sent(sheet.state)
    if sheet.state.status is not SelfAssessmentStatus.APPROVED:
        raise NotApproved("Phiếu chưa được phê duyệt nên không có gì để hủy.")
    require_reason(reason)
    return sheet.state.moved(SelfAssessmentStatus.DRAFTING, sheet.real_now)


def note_export(sheet: Sheet, snapshot_fingerprint: str, by: UUID) -> SelfAssessment:
    """The sheet with who exported which snapshot when; its status stays."""
    state, now = sheet.state, sheet.real_now
    return state.moved(state.status, now, exported_fingerprint=snapshot_fingerprint, exported_by=by, exported_at=now)


def require_signable(sheet: Sheet) -> None:
    """Raise unless a signed report may be attached now: `TooEarly`, `AlreadySent`, `TooLate`, `NotApproved`."""
    sheet.window.require_begun()
    require_not_sent(sheet.state)
    sheet.window.require_not_over()
    if sheet.state.status is not SelfAssessmentStatus.APPROVED:
        raise NotApproved("Hãy phê duyệt báo cáo, ký bản đã phê duyệt rồi đính kèm.")


def attach_signed_report(sheet: Sheet, file: Evidence | None) -> SelfAssessment:
    """The approved sheet with its signed report, a file of the own unit and period (None: there is no such file).

    Raises as `require_signable`, `SignedReportRefused`.
    """
    require_signable(sheet)
    if file is None or (file.period_id, file.unit_code) != (sheet.of.period_id, sheet.of.unit_code):
        raise SignedReportRefused("Tệp không có trong kho của đơn vị ở kỳ đánh giá này.")
    if file.status is not EvidenceStatus.ACCEPTED or file.media_type != MEDIA_TYPES["pdf"]:
        raise SignedReportRefused("Hãy tải lên bản PDF đã ký và chờ tệp được nhận.")
    return sheet.state.moved(SelfAssessmentStatus.APPROVED, sheet.real_now, signed_report_id=file.id)
