"""Two small sets and one survey form: a task set that leans on everything (survey, lateness, PAR index, gap, knock-outs), a PAR set."""

from typing import Any

SNV_UNIT = "so-noi-vu"
STC_UNIT = "so-tai-chinh"
APPRAISERS = {"SNV": {"unit": SNV_UNIT, "title": "Sở Nội vụ"}, "STC": {"unit": STC_UNIT, "title": "Sở Tài chính"}}
YES_NO = {
    "method": "yes_no",
    "options": [{"id": "yes", "label": "Có", "score": "2"}, {"id": "no", "label": "Không", "score": "0.5"}],
}
RATIO = {
    "method": "ratio",
    "numerator": {"symbol": "b", "label": "Việc đã làm"},
    "denominator": {"symbol": "a", "label": "Việc phải làm"},
    "zero_denominator": "not_applicable",
}
SURVEY = {"method": "survey", "sources": [{"form": "F1", "questions": ["Q1", "Q2"], "weight": "1"}]}
DELAY = {
    "method": "levels",
    "input": "choice",
    "auto_source": "workflow.submission_delay",
    "levels": [{"id": "on_time", "label": "Đúng hạn", "score": "1"}, {"id": "late", "label": "Chậm", "score": "0"}],
    "delay_bands": [{"max_days": "0", "level": "on_time"}, {"max_days": None, "level": "late"}],
}
PAR_INDEX = {
    "method": "ratio",
    "numerator": {"symbol": "b", "label": "Chỉ số CCHC"},
    "denominator": {"symbol": "a", "constant": "100"},
    "zero_denominator": "zero",
    "auto_source": "par_index.index_percent",
}
FORMS: dict[str, Any] = {
    "schema_version": "1",
    "scales": {
        "SAT3": {
            "title": "Thang hài lòng",
            "options": [
                {"value": "2", "label": "Hài lòng", "weight": "100", "positive": True},
                {"value": "1", "label": "Bình thường", "weight": "50", "positive": False},
                {"value": "0", "label": "Không hài lòng", "weight": "0", "positive": False},
                {"value": "9", "label": "Không có ý kiến", "excluded": True},
            ],
        }
    },
    "forms": [
        {
            "code": "F1",
            "title": "Phiếu hỏi người dân",
            "assesses": ["department"],
            "program": "task_completion",
            "min_responses": "2",
            "questions": [
                {"code": "Q1", "scale": "SAT3", "scored": True, "text": "Thái độ phục vụ?"},
                {"code": "Q2", "scale": "SAT3", "scored": True, "text": "Thời gian giải quyết?"},
            ],
        }
    ],
}


def a_leaf(code: str, appraiser: str | None, max_score: str, scoring: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A leaf's node; `more` overrules."""
    node = {
        "code": code,
        "title": f"Tiêu chí {code}",
        "max_score": max_score,
        "self_scored": appraiser is not None,
        "not_applicable_allowed": False,
        "scoring": scoring,
        "evidence": [],
    }
    return {**node, **({"appraiser": appraiser} if appraiser else {}), **more}


def an_adjustment(code: str, kind: str, **more: Any) -> dict[str, Any]:
    """An adjustment's node; `more` overrules."""
    node = {"code": code, "kind": kind, "method": kind, "title": f"Mục {code}", "per_occurrence": "0.5", "unit": "lần", "cap": "1"}
    return {**node, "evidence": [], **more}


def a_field(code: str, max_score: str, *leaves: dict[str, Any]) -> dict[str, Any]:
    """A field with one criterion."""
    criterion = {"code": f"{code}.0", "title": f"Nhóm {code}", "max_score": max_score, "sub_criteria": list(leaves)}
    return {"code": code, "title": f"Lĩnh vực {code}", "max_score": max_score, "criteria": [criterion]}


def tasks(**more: Any) -> dict[str, Any]:
    """A task set of 10 points."""
    document = {
        "code": "NV-THU",
        "program": "task_completion",
        "title": "Bộ tiêu chí nhiệm vụ thử",
        "short_title": "Nhiệm vụ thử",
        "unit_types": ["department"],
        "assessment_year": "2021",
        "max_score": "10",
        "appraised_max": "7",
        "survey_max": "3",
        "score_decimals": "2",
        "appraisers": APPRAISERS,
        "fields": [
            a_field("1", "5", a_leaf("1.1", "SNV", "2", YES_NO), a_leaf("1.2", "STC", "3", RATIO, not_applicable_allowed=True)),
            a_field("2", "5", a_leaf("2.1", None, "3", SURVEY), a_leaf("2.2", None, "1", DELAY), a_leaf("2.3", None, "1", PAR_INDEX)),
        ],
        "adjustments": {
            "bonus_cap": "1",
            "deduction_cap": "2",
            "items": [
                an_adjustment("B1", "bonus", appraiser="SNV", per_occurrence="0.125"),
                an_adjustment("T1", "deduction", auto_source="workflow.submission_delay", per_occurrence="0.25"),
                an_adjustment("T2", "deduction", auto_source="workflow.self_vs_appraised_gap", cap="0.5"),
            ],
        },
        "classification": {
            "levels": [
                {"code": "GOOD", "title": "Hoàn thành tốt", "min_percent": "70"},
                {"code": "COMPLETED", "title": "Hoàn thành", "min_percent": "50"},
                {"code": "NOT_COMPLETED", "title": "Không hoàn thành", "min_percent": "0"},
            ],
            "knock_out_conditions": [
                {"code": "KO1", "title": "Có lãnh đạo bị kỷ luật", "max_level": "COMPLETED", "check": "manual"},
                {"code": "KO2", "title": "Gửi chậm trên 10 ngày", "max_level": "NOT_COMPLETED", "check": "workflow.submission_delay > 10"},
                {"code": "KO3", "title": "Chỉ số CCHC dưới 60", "max_level": "COMPLETED", "check": "par_index.index_percent < 60"},
            ],
        },
        "index": {"decimals": "2"},
        "ranking": {"rank_by": "index", "tie_rule": "shared_rank_dense"},
    }
    return {**document, **more}


def par(**more: Any) -> dict[str, Any]:
    """A PAR set of 5 points."""
    document = {
        "code": "CCHC-THU",
        "program": "par_index",
        "title": "Bộ chỉ số CCHC thử",
        "short_title": "CCHC thử",
        "unit_types": ["department"],
        "assessment_year": "2021",
        "max_score": "5",
        "appraised_max": "5",
        "survey_max": "0",
        "score_decimals": "2",
        "appraisers": APPRAISERS,
        "fields": [a_field("1", "5", a_leaf("1.1", "SNV", "2", YES_NO), a_leaf("1.2", "STC", "3", RATIO))],
        "adjustments": {"bonus_cap": "0", "deduction_cap": "0", "items": []},
        "grades": [{"code": "A", "title": "Tốt", "min_percent": "80"}, {"code": "D", "title": "Yếu", "min_percent": "0"}],
        "index": {"decimals": "2"},
        "ranking": {"rank_by": "index", "tie_rule": "shared_rank_dense"},
    }
    document["fields"][0]["criteria"][0]["sub_criteria"][1]["scoring"] = {**RATIO, "zero_denominator": "zero"}  # type: ignore[index]
    return {**document, **more}
