"""Realistic documents: the province's own criteria set, filled in by rule so that every number is the same in every run."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from chamdiem_reports.documents import (
    AgencyState,
    AppendixRow,
    AppraisalRecord,
    AppraisalRow,
    AppraisalTotals,
    AppraisedAdjustment,
    ClaimAnswer,
    Document,
    Evidence,
    FieldMaximum,
    FieldSummary,
    Head,
    KnockedOut,
    LevelCount,
    MissingEvidence,
    RankingRow,
    RankingTable,
    Seal,
    SelfAssessmentReport,
    SheetTotals,
    Signer,
    Subject,
    UnitByField,
)
from chamdiem_reports.numbering import numbered
from chamdiem_reports.vietnamese import ICT

Make = Callable[..., Document]
FINGERPRINT = "3f2a9c41d07be5586f1c0a9de4b7721358c6d2e90fb14a7739d5c8e1204bb6fa"
CHECK_URL = f"https://chamdiem.thanhhoa.example/kiem-tra/{FINGERPRINT}"
PARENT = "Ủy ban nhân dân tỉnh Thanh Hóa"
_SET = Path(__file__).parents[3] / "data" / "criteria" / "par-department-2021.yaml"
_UNITS = Path(__file__).parents[3] / "data" / "units.yaml"


def a_seal(*, rehearsal: bool = False, status_label: str = "Lãnh đạo đã phê duyệt") -> Seal:
    return Seal(rehearsal=rehearsal, status_label=status_label, fingerprint=FINGERPRINT, check_url=CHECK_URL)


def a_subject() -> Subject:
    return Subject(
        program_title="Chỉ số cải cách hành chính",
        year=2021,
        criteria_set_title=criteria()["title"],
        issuing_decision="Quyết định số 4606/QĐ-UBND ngày 06/11/2019 của Chủ tịch UBND tỉnh",
    )


@cache
def criteria() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(_SET.read_text("utf-8"), yaml.CBaseLoader)["criteria_set"]
    return loaded


@cache
def departments() -> tuple[str, ...]:
    units = yaml.load(_UNITS.read_text("utf-8"), yaml.CBaseLoader)
    return tuple(unit["name"] for unit in units["departments"])


def _leaf(level: str, node: dict[str, Any], place: int) -> dict[str, Any]:
    maximum = Decimal(node["max_score"])
    method = node["scoring"]["method"]
    self_score = None if method == "survey" else (maximum * Decimal(3) / 4 if place % 5 == 2 else maximum)
    return {"level": level, "title": node["title"], "max": maximum, "self": self_score, "node": node, "place": place}


@cache
def lines() -> tuple[dict[str, Any], ...]:
    """Every field, criterion and leaf of the set in order, with a score that follows from its place."""
    found: list[dict[str, Any]] = []
    place = 0
    for field in criteria()["fields"]:
        own = {"level": "field", "title": field["title"], "max": Decimal(field["max_score"]), "self": Decimal(0), "node": None}
        found.append(own)
        for criterion in field["criteria"]:
            if "sub_criteria" not in criterion:
                place += 1
                found.append(_leaf("criterion", criterion, place))
                own["self"] += found[-1]["self"] or 0
                continue
            above = {
                "level": "criterion",
                "title": criterion["title"],
                "max": Decimal(criterion["max_score"]),
                "self": Decimal(0),
                "node": None,
            }
            found.append(above)
            for sub_criterion in criterion["sub_criteria"]:
                place += 1
                found.append(_leaf("sub_criterion", sub_criterion, place))
                above["self"] += found[-1]["self"] or 0
            own["self"] += above["self"]
    for line, number in zip(found, numbered(line["level"] for line in found), strict=True):
        line["number"] = number
    return tuple(found)


def _appendix_row(line: dict[str, Any]) -> AppendixRow:
    node = line["node"]
    if node is None:
        return AppendixRow(number=line["number"], level=line["level"], title=line["title"], max_score=line["max"], self_score=line["self"])
    place = line["place"]
    return AppendixRow(
        number=line["number"],
        level=line["level"],
        title=line["title"],
        max_score=line["max"],
        declared=_declared(node["scoring"]),
        self_score=line["self"],
        evidence=tuple(Evidence(name=f"{name}.pdf", sha256=f"{place:08x}" * 8) for name in node["evidence"]),
        explanation="Thực hiện theo Kế hoạch số 15/KH-SNV ngày 12/01/2021; đã công khai trên Cổng thông tin." if place % 4 == 0 else "",
    )


def _declared(scoring: dict[str, Any]) -> str:
    if "numerator" in scoring:
        return f"{scoring['numerator']['label']}: 1.234\n{scoring['denominator']['label']}: 1.260"
    if "levels" in scoring:
        return str(scoring["levels"][0]["label"])
    return "" if scoring["method"] == "survey" else "Có, đúng quy định"


def a_report(**changes: Any) -> SelfAssessmentReport:
    """The self-assessment report of Sở Nội vụ over all 106 lines of its set."""
    rows = tuple(_appendix_row(line) for line in lines())
    fields = tuple(
        FieldSummary(title=line["title"], max_score=line["max"], self_score=line["self"]) for line in lines() if line["level"] == "field"
    )
    adjustments = tuple(
        AppendixRow(
            number=item["code"],
            level="adjustment",
            title=item["title"],
            declared=f"Đề nghị: 1 {item['unit']}" if item["code"] == "B1" else "",
            explanation="Được Bộ Nội vụ ghi nhận tại Công văn số 5512/BNV-CCHC." if item["code"] == "B1" else "",
        )
        for item in criteria()["adjustments"]["items"]
    )
    report = SelfAssessmentReport(
        head=Head(
            parent_body=PARENT,
            issuing_body="Sở Nội vụ",
            abbreviation="SNV",
            number="128/BC-SNV",
            place="Thanh Hóa",
            dated_on=date(2021, 12, 8),
        ),
        subject=a_subject(),
        seal=a_seal(),
        unit_name="Sở Nội vụ",
        situation=(
            "Thực hiện Kế hoạch cải cách hành chính năm 2021, Sở Nội vụ đã ban hành đầy đủ văn bản chỉ đạo, phân công nhiệm vụ cụ thể cho "
            "từng phòng, đơn vị trực thuộc; kiểm tra 12/36 phòng, đơn vị; tuyên truyền bằng nhiều hình thức.\n"
            "Việc tự đánh giá, chấm điểm được thực hiện công khai, đúng hướng dẫn, có tài liệu kiểm chứng kèm theo."
        ),
        fields=fields,
        rows=rows + adjustments,
        totals=SheetTotals(max_score=Decimal(100), self_score=sum((field.self_score for field in fields), Decimal(0))),
        missing_evidence=(
            MissingEvidence(
                number="I.1.4",
                title="Xử lý các vấn đề phát hiện qua kiểm tra",
                explanation="Kết luận kiểm tra ban hành ngày 30/11, đang trong thời hạn khắc phục.",
            ),
        ),
        recipients=("UBND tỉnh (để báo cáo);", "Hội đồng thẩm định tỉnh;", "Lưu: VT, CCHC."),
        signer=Signer(position="Giám đốc", name="Nguyễn Văn Ấn"),
    )
    return replace(report, **changes)


def _appraisal_row(line: dict[str, Any]) -> AppraisalRow:
    node = line["node"]
    own = {"number": line["number"], "level": line["level"], "title": line["title"], "max_score": line["max"], "self_score": line["self"]}
    if node is None:
        return AppraisalRow(**own, appraised_score=line["self"])
    if node["scoring"]["method"] == "survey":
        return AppraisalRow(**own, appraised_score=line["max"] * Decimal("0.85"), appraiser="Điều tra xã hội học")
    lowered = line["place"] % 7 == 0
    return AppraisalRow(
        **own,
        appraised_score=line["self"] / 2 if lowered else line["self"],
        reason="Tài liệu kiểm chứng chưa thể hiện đủ nội dung kê khai; chấp nhận 50% số điểm." if lowered else "",
        appraiser="Sở Tài chính" if node.get("appraiser") == "STC" else "Sở Nội vụ",
    )


def an_appraisal_record(**changes: Any) -> AppraisalRecord:
    """The appraisal record of Sở Tư pháp, aggregated."""
    record = AppraisalRecord(
        head=Head(parent_body=PARENT, issuing_body="Hội đồng thẩm định", place="Thanh Hóa", dated_on=date(2022, 1, 18)),
        subject=a_subject(),
        seal=a_seal(status_label="Đã tổng hợp"),
        unit_name="Sở Tư pháp",
        rows=tuple(_appraisal_row(line) for line in lines()),
        claims=(
            ClaimAnswer(
                number="II.1.1", title="Ban hành văn bản QPPL đúng tiến độ", max_score=Decimal("1.5"), state="agreed", appraiser="Sở Nội vụ"
            ),
            ClaimAnswer(
                number="VIII.3",
                title="Mức độ hoàn thành chỉ tiêu phát triển kinh tế - xã hội của ngành",
                max_score=Decimal(1),
                state="refused",
                appraiser="Sở Kế hoạch và Đầu tư",
                reason="Sở được giao 03 chỉ tiêu tại Quyết định số 5218/QĐ-UBND.",
            ),
        ),
        adjustments=(
            AppraisedAdjustment(
                code="B1",
                kind="bonus",
                title="Mô hình, sáng kiến CCHC được cơ quan trung ương ghi nhận, nhân rộng",
                unit="mô hình",
                claimed=3,
                confirmed=1,
                points=Decimal("0.5"),
                appraiser="Sở Nội vụ",
                reason="Chỉ 01 mô hình có văn bản ghi nhận.",
            ),
            AppraisedAdjustment(
                code="T1", kind="deduction", title="Gửi kết quả tự đánh giá chậm", unit="ngày làm việc", confirmed=3, points=Decimal("0.75")
            ),
        ),
        totals=AppraisalTotals(
            max_score=Decimal(100),
            self_total=Decimal("66.75"),
            appraised_total=Decimal("62.655"),
            survey_total=Decimal("25.5"),
            bonus=Decimal("0.5"),
            deduction=Decimal("0.75"),
            final_score=Decimal("87.905"),
            applicable_max=Decimal("98.5"),
            index_percent=Decimal("89.2436548223350253"),
            level_title="Khá",
        ),
        agencies=(
            AgencyState(name="Sở Nội vụ", status_label="Đã gửi kết quả, đã khóa", sent_at=datetime(2021, 12, 30, 17, 5, tzinfo=ICT)),
            AgencyState(
                name="Sở Kế hoạch và Đầu tư", status_label="Đã gửi kết quả, đã khóa", sent_at=datetime(2021, 12, 31, 9, 30, tzinfo=ICT)
            ),
            AgencyState(name="Sở Tài chính", status_label="Chưa thẩm định"),
        ),
        recipients=("Sở Tư pháp;", "Lưu: VT, HĐTĐ."),
        signer=Signer(position="TM. Hội đồng thẩm định\nChủ tịch"),
    )
    return replace(record, **changes)


def a_ranking(**changes: Any) -> RankingTable:
    """The ranking of the 20 departments, aggregated, with ties and one unit that last year does not know."""
    fields = tuple(FieldMaximum(title=line["title"], max_score=line["max"]) for line in lines() if line["level"] == "field")
    ranking = RankingTable(
        head=Head(parent_body=PARENT, issuing_body="Sở Nội vụ", abbreviation="SNV", place="Thanh Hóa"),
        subject=a_subject(),
        seal=a_seal(status_label="Đã tổng hợp"),
        group_title="Các sở, ban, ngành cấp tỉnh",
        rows=tuple(_ranking_row(place, unit) for place, unit in enumerate(departments())),
        fields=fields,
        by_field=tuple(
            UnitByField(
                unit=unit,
                scores=tuple(
                    None if (place, column) == (4, 1) else field.max_score * (100 - place) / 100 for column, field in enumerate(fields)
                ),
            )
            for place, unit in enumerate(departments())
        ),
        levels=(
            LevelCount(title="Tốt", units=3),
            LevelCount(title="Khá", units=11),
            LevelCount(title="Trung bình", units=6),
            LevelCount(title="Yếu", units=0),
        ),
        knocked_out=(
            KnockedOut(
                unit="Sở Công Thương", level_by_index="Tốt", level="Khá", conditions=("Gửi kết quả tự đánh giá chậm quá 05 ngày làm việc",)
            ),
        ),
        notes=("Sở Ngoại vụ không gửi kết quả tự đánh giá.",),
        signer=Signer(position="Giám đốc"),
    )
    return replace(ranking, **changes)


def _ranking_row(place: int, unit: str) -> RankingRow:
    index = Decimal("92.155") - max(place, 1) * Decimal("0.8125")
    return RankingRow(
        rank=place or 1,
        unit=unit,
        appraised_total=Decimal("66.905") - place * Decimal("0.5"),
        survey_total=Decimal("25.25") - place * Decimal("0.25"),
        bonus=Decimal("0.5"),
        deduction=Decimal("0.25"),
        final_score=index,
        applicable_max=Decimal(100),
        index_percent=index,
        level_title="Tốt" if index >= 90 else "Khá" if index >= 80 else "Trung bình",
        previous_rank=None if place == 5 else 20 - place,
    )
