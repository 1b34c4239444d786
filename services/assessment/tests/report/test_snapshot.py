"""The snapshot's document is canonical JSON by the rules' own slow computation."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st
from services.assessment.tests.sheets import a_wide_set

from chamdiem_assessment.evidence.domain import Evidence, EvidenceStatus, Scan
from chamdiem_assessment.report.composing import compose_report
from chamdiem_assessment.report.domain import Issued, Present, snapshot_of
from chamdiem_assessment.sheet.answer import Answer
from chamdiem_assessment.sheet.domain import SheetOf
from chamdiem_rules.canonical import canonical_json
from chamdiem_rules.criteria_set import read_criteria_set
from chamdiem_rules.document import load_yaml

SET = read_criteria_set(load_yaml(a_wide_set()), None)
OF = SheetOf(uuid4(), uuid4(), uuid4(), SET.code, "so-noi-vu", "Sở Nội vụ", "par_index", 2021, True)
ISSUED = Issued("0" * 64, "123/QĐ-UBND", date(2021, 11, 30))
HEAD = {"parent_body": "Ủy ban nhân dân tỉnh", "place": "Thanh Hóa"}
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)


def a_present(explanation: str, name: str = "a.pdf") -> Present:
    file = Evidence(
        id=uuid4(),
        period_id=OF.period_id,
        unit_code=OF.unit_code,
        name=name,
        status=EvidenceStatus.ACCEPTED,
        refusal=None,
        sha256="a" * 64,
        size_bytes=9,
        media_type="application/pdf",
        scan=Scan.CLEAN,
        uploaded_by=uuid4(),
        created_at=datetime.now(UTC),
    )
    plan = Answer("1.1", "co", None, None, None, False, False, Decimal("2.00"), None, explanation, (file.id,))
    ratio = Answer("1.2.1", None, "1.5", "3", None, False, False, Decimal("1.50"), None, explanation, ())
    return Present(SET, ISSUED, {"1.2.1": ratio, "1.1": plan}, {file.id: file})


@given(explanation=texts, name=texts)
def test_the_document_is_canonical_and_the_fingerprint_is_its_digest(explanation: str, name: str) -> None:
    snapshot = snapshot_of(OF, a_present(explanation, name), HEAD)
    assert snapshot.document.encode() == canonical_json(snapshot.tree)
    assert snapshot.fingerprint == hashlib.sha256(snapshot.document.encode()).hexdigest()
    for internal in (OF.sheet_id, OF.period_id, OF.criteria_set_id):
        assert str(internal) not in snapshot.document


def test_the_report_sums_each_level_and_says_what_was_declared() -> None:
    report = compose_report(snapshot_of(OF, a_present("Đã làm"), HEAD), SET, status_label="Dự thảo", check_url="https://x.vn/kiem-tra/0")
    shown = [(r.number, r.level, r.self_score, r.declared) for r in report.rows]
    assert shown == [
        ("I", "field", Decimal("3.50"), ""),
        ("1", "criterion", Decimal("2.00"), "Có"),
        ("2", "criterion", Decimal("1.50"), ""),
        ("2.1", "sub_criterion", Decimal("1.50"), "1,5/3"),
        ("2.2", "sub_criterion", None, ""),
        ("II", "field", Decimal(0), ""),
        ("1", "criterion", None, ""),
        ("1", "adjustment", None, ""),
        ("2", "adjustment", None, "Hệ thống tự tính"),
    ]
    assert report.totals.self_score == Decimal("3.50")
    assert report.subject.issuing_decision == "Quyết định số 123/QĐ-UBND ngày 30/11/2021"
    assert report.missing_evidence == ()
