"""The SQL of the log: what other features keep, read side by side; nothing is kept here. No line holds a value."""

from typing import Final

from chamdiem_kit.act_log import ActLog

_TITLES: Final = {
    "sheet.begun": "Bắt đầu chấm điểm",
    "sheet.submitted": "Trình lãnh đạo",
    "sheet.returned": "Trả lại để sửa",
    "sheet.exported": "Kết xuất báo cáo",
    "sheet.approved": "Phê duyệt báo cáo",
    "sheet.approval_voided": "Hủy phê duyệt",
    "sheet.signed_report_attached": "Đính kèm báo cáo đã ký",
    "sheet.sent": "Gửi kết quả tự đánh giá",
    "sheet.recalled": "Thu hồi kết quả đã gửi",
    "sheet.amended": "Sửa đổi bộ tiêu chí của phiếu",
    "answer.saved": "Lưu số liệu kê khai",
    "clarification_answer.saved": "Lưu giải trình bổ sung",
    "clarification_answer.sent": "Gửi giải trình bổ sung",
    "evidence.uploaded": "Đính kèm tài liệu kiểm chứng",
    "evidence.opened": "Mở tài liệu kiểm chứng",
    "extension.given": "Gia hạn cho đơn vị",
    "extension.asked": "Đề nghị gia hạn",
    "extension.refused": "Từ chối gia hạn",
    "extension.withdrawn": "Rút đề nghị gia hạn",
    "survey.corrected": "Sửa số liệu khảo sát",
    "survey.closed": "Chốt số liệu phiếu khảo sát",
    "survey.reopened": "Mở lại phiếu khảo sát",
    "survey.links_made": "Tạo liên kết khảo sát",
    "survey.links_revoked": "Thu hồi liên kết khảo sát",
    "period.created": "Tạo kỳ đánh giá",
    "period.changed": "Sửa kỳ đánh giá",
    "period.opened": "Mở kỳ đánh giá",
    "period.closed": "Lưu trữ kỳ đánh giá",
    "period.extended": "Gia hạn trong kỳ",
    "period.amended": "Áp dụng quyết định sửa đổi bộ tiêu chí",
    "period.clock_moved": "Chỉnh đồng hồ diễn tập",
    "criteria_set.drafted": "Soạn bộ tiêu chí",
    "criteria_set.redrafted": "Sửa bản thảo bộ tiêu chí",
    "criteria_set.published": "Ban hành bộ tiêu chí",
    "criteria_proposal.made": "Kiến nghị sửa đổi tiêu chí",
    "criteria_proposal.accepted": "Tiếp thu kiến nghị sửa đổi tiêu chí",
    "criteria_proposal.declined": "Không tiếp thu kiến nghị sửa đổi tiêu chí",
    "criteria_proposal.withdrawn": "Rút kiến nghị sửa đổi tiêu chí",
    "survey_forms.drafted": "Soạn phiếu khảo sát",
    "survey_forms.redrafted": "Sửa bản thảo phiếu khảo sát",
    "survey_forms.published": "Ban hành phiếu khảo sát",
}
_MINE = "SELECT account_id FROM known_account WHERE sub = :sub"
_OF_UNIT = "(CAST(:only AS text) IS NULL OR {unit} = CAST(:only AS text))"
_PERIOD = (
    "CASE p.program WHEN 'par_index' THEN 'Chỉ số CCHC ' ELSE 'Hoàn thành nhiệm vụ ' END || p.year "
    "|| CASE WHEN p.rehearsal THEN ' (diễn tập)' ELSE '' END"
)
_SHEET = f"'Phiếu của ' || s.unit_name || ', ' || {_PERIOD}"
_ITEM = f"'Tiêu chí ' || h.item || ', ' || s.unit_name || ', ' || {_PERIOD}"
_PROPOSED = "'Bộ tiêu chí ' || d.code || COALESCE(', mục ' || r.item, '') || ', của ' || COALESCE(r.unit_code, r.appraiser_code)"
_ASKED_TO = (
    "COALESCE(s.unit_name, x.unit_code) || ' đến ' || to_char(x.to_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') "
    f"|| ', ' || {_PERIOD}"
)


def _answers(table: str) -> str:
    """The present answers are kept apart from the earlier ones. What an amending decision made of them stands in the sheet's own line."""
    return f"""
    SELECT h.saved_at AS at, 'a:' || h.sheet_id || ':' || h.item || ':' || h.version AS key, 'answer.saved' AS act,
           h.saved_by AS by_account, s.unit_code, {_ITEM} AS subject, '' AS reason
      FROM {table} h JOIN period_sheet s USING (sheet_id) JOIN period p ON p.id = s.period_id
     WHERE NOT EXISTS (SELECT 1 FROM self_assessment_history a
                        WHERE a.sheet_id = h.sheet_id AND a.act = 'amended' AND a.changed_at = h.saved_at)"""


def _clarified(table: str) -> str:
    return f"""
    SELECT h.saved_at AS at, 'c:' || h.sheet_id || ':' || h.item || ':' || h.round || ':' || h.version AS key,
           'clarification_answer.saved' AS act, h.saved_by AS by_account, s.unit_code, {_ITEM} AS subject, '' AS reason
      FROM {table} h JOIN period_sheet s USING (sheet_id) JOIN period p ON p.id = s.period_id"""


# By whom stands in the second place, whose unit in the third: what an own log and a log of one unit are filtered by.
_UNIT_BRANCHES: Final = (
    (
        f"""
    SELECT h.changed_at AS at, 's:' || h.sheet_id || ':' || h.version AS key, 'sheet.' || h.act AS act, h.changed_by AS by_account,
           s.unit_code, {_SHEET} AS subject, h.reason
      FROM self_assessment_history h JOIN period_sheet s USING (sheet_id) JOIN period p ON p.id = s.period_id""",
        "h.changed_by",
        "s.unit_code",
    ),
    *((_answers(table), "h.saved_by", "s.unit_code") for table in ("answer", "answer_history")),
    *((_clarified(table), "h.saved_by", "s.unit_code") for table in ("clarification_answer", "clarification_answer_history")),
    (
        f"""
    SELECT h.sent_at AS at, 'n:' || h.sheet_id || ':' || h.version AS key, 'clarification_answer.sent' AS act, h.sent_by AS by_account,
           s.unit_code, {_SHEET} AS subject, '' AS reason
      FROM clarification_sending h JOIN period_sheet s USING (sheet_id) JOIN period p ON p.id = s.period_id""",
        "h.sent_by",
        "s.unit_code",
    ),
    (
        f"""
    SELECT e.uploaded_at AS at, 'e:' || e.id AS key, 'evidence.uploaded' AS act, e.uploaded_by AS by_account, e.unit_code,
           'Tệp ' || e.name || ', ' || {_PERIOD} AS subject, '' AS reason
      FROM evidence e JOIN period p ON p.id = e.period_id WHERE e.uploaded_at IS NOT NULL""",
        "e.uploaded_by",
        "e.unit_code",
    ),
    (
        f"""
    SELECT l.given_at AS at, 'l:' || l.seq AS key, 'evidence.opened' AS act, l.account_id AS by_account, e.unit_code,
           'Tệp ' || e.name || ', ' || {_PERIOD} AS subject, '' AS reason
      FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id JOIN period p ON p.id = e.period_id""",
        "l.account_id",
        "e.unit_code",
    ),
    (
        f"""
    SELECT x.given_at AS at, 'x:' || x.id AS key, 'extension.given' AS act, x.given_by AS by_account, x.unit_code,
           {_ASKED_TO} AS subject, x.reason
      FROM period_extension x JOIN period p ON p.id = x.period_id
      LEFT JOIN period_sheet s ON s.period_id = x.period_id AND s.unit_code = x.unit_code""",
        "x.given_by",
        "x.unit_code",
    ),
    (
        f"""
    SELECT x.asked_at AS at, 'y:' || x.id AS key, 'extension.asked' AS act, x.asked_by AS by_account, x.unit_code,
           {_ASKED_TO} AS subject, x.reason
      FROM extension_request x JOIN period p ON p.id = x.period_id
      LEFT JOIN period_sheet s ON s.period_id = x.period_id AND s.unit_code = x.unit_code""",
        "x.asked_by",
        "x.unit_code",
    ),
    (
        f"""
    SELECT x.decided_at AS at, 'z:' || x.id AS key, 'extension.' || x.status AS act, x.decided_by AS by_account, x.unit_code,
           {_ASKED_TO} AS subject, x.decision_reason AS reason
      FROM extension_request x JOIN period p ON p.id = x.period_id
      LEFT JOIN period_sheet s ON s.period_id = x.period_id AND s.unit_code = x.unit_code
     WHERE x.status IN ('refused', 'withdrawn')""",
        "x.decided_by",
        "x.unit_code",
    ),
)
_PROVINCE_BRANCHES: Final = (
    (
        f"""
    SELECT h.changed_at AS at, 'p:' || h.period_id || ':' || h.version AS key, 'period.' || h.act AS act, h.changed_by AS by_account,
           NULL AS unit_code, {_PERIOD} AS subject, '' AS reason
      FROM period_history h JOIN period p ON p.id = h.period_id""",
        "h.changed_by",
    ),
    (
        """
    SELECT h.saved_at AS at, 'b:' || h.criteria_set_id || ':' || h.version AS key, 'criteria_set.' || h.act AS act,
           h.saved_by AS by_account, NULL AS unit_code, 'Bộ tiêu chí ' || d.code AS subject, '' AS reason
      FROM criteria_set_history h JOIN criteria_set d ON d.id = h.criteria_set_id""",
        "h.saved_by",
    ),
    (
        f"""
    SELECT r.proposed_at AS at, 'q:' || r.id AS key, 'criteria_proposal.made' AS act, r.proposed_by AS by_account, NULL AS unit_code,
           {_PROPOSED} AS subject, '' AS reason
      FROM criteria_proposal r JOIN criteria_set d ON d.id = r.criteria_set_id""",
        "r.proposed_by",
    ),
    (
        f"""
    SELECT r.answered_at AS at, 'r:' || r.id AS key, 'criteria_proposal.' || r.status AS act, r.answered_by AS by_account,
           NULL AS unit_code, {_PROPOSED} AS subject, r.answer AS reason
      FROM criteria_proposal r JOIN criteria_set d ON d.id = r.criteria_set_id WHERE r.status <> 'open'""",
        "r.answered_by",
    ),
    (
        """
    SELECT h.saved_at AS at, 'f:' || h.survey_forms_id || ':' || h.version AS key, 'survey_forms.' || h.act AS act,
           h.saved_by AS by_account, NULL AS unit_code, 'Phiếu khảo sát' AS subject, '' AS reason
      FROM survey_forms_history h""",
        "h.saved_by",
    ),
    (
        """
    SELECT c.corrected_at AS at, 'k:' || c.id AS key, 'survey.corrected' AS act, c.corrected_by AS by_account, c.unit_code,
           'Phiếu ' || c.form || ', ' || c.unit_code AS subject, c.reason
      FROM survey_correction c""",
        "c.corrected_by",
    ),
    (
        """
    SELECT h.changed_at AS at, 'g:' || h.campaign_id || ':' || h.form || ':' || h.version AS key, 'survey.' || h.act AS act,
           h.changed_by AS by_account, NULL AS unit_code, 'Phiếu ' || h.form AS subject, h.reason
      FROM survey_form_history h""",
        "h.changed_by",
    ),
    (
        """
    SELECT b.made_at AS at, 'm:' || b.id AS key, 'survey.links_made' AS act, b.made_by AS by_account, b.unit_code,
           'Phiếu ' || b.form || ', ' || b.unit_name AS subject, b.note AS reason
      FROM survey_link_batch b""",
        "b.made_by",
    ),
    (
        """
    SELECT b.revoked_at AS at, 'r:' || b.id AS key, 'survey.links_revoked' AS act, b.revoked_by AS by_account, b.unit_code,
           'Phiếu ' || b.form || ', ' || b.unit_name AS subject, b.revoke_reason AS reason
      FROM survey_link_batch b WHERE b.revoked_at IS NOT NULL""",
        "b.revoked_by",
    ),
)


def _where(branch: str, condition: str) -> str:
    return f"{branch} {'AND' if ' WHERE ' in branch else 'WHERE'} {condition}"


_OF_UNITS = tuple(_where(branch, _OF_UNIT.format(unit=unit)) for branch, _, unit in _UNIT_BRANCHES)
WHOLE = ActLog((*_OF_UNITS, *(branch for branch, _ in _PROVINCE_BRANCHES)), _TITLES)
"""For a manager of the province (`only` None)."""
UNITS = ActLog(_OF_UNITS, _TITLES)
"""Units' lines: for a manager who is good for the unit `only`."""
UNITS_BARE = ActLog(tuple(f"SELECT at, key, act, by_account, unit_code, subject, '' AS reason FROM ({b}) bare" for b in _OF_UNITS), _TITLES)
"""Units' lines without what was written in them: for an administrator (rights.md)."""
OWN = ActLog(
    tuple(_where(branch, f"{by} IN ({_MINE})") for branch, by in (*((b, by) for b, by, _ in _UNIT_BRANCHES), *_PROVINCE_BRANCHES)),
    _TITLES,
)
"""What the person `sub` did: for everyone."""
