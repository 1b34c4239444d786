"""The SQL of the log: what other features keep, read side by side; nothing is kept here. No line holds a score."""

from typing import Final

from chamdiem_kit.act_log import ActLog

_TITLES: Final = {
    "appraisal.opened": "Mở đợt thẩm định",
    "appraisal.sent": "Gửi kết quả thẩm định",
    "appraisal.reopened": "Mở lại thẩm định",
    "appraisal.reopened_by_extension": "Mở lại do đơn vị được gia hạn",
    "appraisal.reassigned": "Phân công lại thẩm định",
    "members.assigned": "Phân công thành viên thẩm định",
    "score.scored": "Chấm điểm thẩm định",
    "score.agreed": "Đồng ý với điểm tự chấm",
    "score.removed_by_extension": "Bỏ điểm do đơn vị được gia hạn",
    "score.removed_by_reassignment": "Bỏ điểm do phân công lại",
    "knock_out.confirmed": "Xác nhận điều kiện khống chế",
    "question.asked": "Yêu cầu giải trình",
    "question.withdrawn": "Rút yêu cầu giải trình",
    "phase.extended": "Gia hạn thẩm định",
    "evidence.opened": "Mở tài liệu kiểm chứng",
}
_MINE = "SELECT account_id FROM known_account WHERE sub = :sub"
_PERIOD = (
    "CASE p.program WHEN 'par_index' THEN 'Chỉ số CCHC ' ELSE 'Hoàn thành nhiệm vụ ' END || p.year "
    "|| CASE WHEN p.rehearsal THEN ' (diễn tập)' ELSE '' END"
)
_OF_SHEET = "JOIN known_sheet s ON s.sheet_id = h.sheet_id JOIN known_period p ON p.period_id = s.period_id"
_ITEM = f"'Tiêu chí ' || h.item || ', ' || s.unit_name || ', ' || {_PERIOD}"

_UNIT_BRANCHES: Final = (
    (
        f"""
    SELECT h.changed_at AS at, 'd:' || h.id AS key, 'score.' || h.act AS act, h.changed_by AS by_account, s.unit_code,
           {_ITEM} AS subject, '' AS reason FROM appraised_score_history h {_OF_SHEET}""",
        "h.changed_by",
    ),
    (
        f"""
    SELECT h.changed_at AS at, 'k:' || h.id AS key, 'knock_out.confirmed' AS act, h.changed_by AS by_account, s.unit_code,
           h.code || ', ' || s.unit_name || ', ' || {_PERIOD} AS subject, '' AS reason FROM knock_out_confirmation_history h {_OF_SHEET}""",
        "h.changed_by",
    ),
    (
        f"""
    SELECT h.changed_at AS at, 'q:' || h.id AS key, 'question.' || h.act AS act, h.changed_by AS by_account, s.unit_code,
           {_ITEM} AS subject, '' AS reason FROM clarification_question_history h {_OF_SHEET}""",
        "h.changed_by",
    ),
    (
        f"""
    SELECT h.given_at AS at, 'l:' || h.id AS key, 'evidence.opened' AS act, h.account_id AS by_account, s.unit_code,
           'Phiếu của ' || s.unit_name || ', ' || {_PERIOD} AS subject, '' AS reason FROM evidence_link_log h {_OF_SHEET}""",
        "h.account_id",
    ),
)
_AGENCY_BRANCHES: Final = (
    (
        f"""
    SELECT h.changed_at AS at, 'a:' || h.id AS key, 'appraisal.' || h.act AS act, h.changed_by AS by_account, NULL AS unit_code,
           'Cơ quan ' || a.appraiser_code || ', lần ' || h.round || ', ' || {_PERIOD} AS subject, h.reason
      FROM appraisal_history h JOIN appraisal a ON a.id = h.appraisal_id JOIN known_period p ON p.period_id = a.period_id""",
        "h.changed_by",
    ),
    (
        f"""
    SELECT h.changed_at AS at, 'm:' || h.appraisal_id || ':' || h.version AS key, 'members.assigned' AS act, h.changed_by AS by_account,
           NULL AS unit_code, 'Cơ quan ' || a.appraiser_code || ', ' || {_PERIOD} AS subject, '' AS reason
      FROM member_assignment_history h JOIN appraisal a ON a.id = h.appraisal_id JOIN known_period p ON p.period_id = a.period_id""",
        "h.changed_by",
    ),
    (
        f"""
    SELECT h.given_at AS at, 'x:' || h.id AS key, 'phase.extended' AS act, h.given_by AS by_account, NULL AS unit_code,
           'Đến ' || to_char(h.to_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') || ', ' || {_PERIOD} AS subject, h.reason
      FROM phase_extension h JOIN known_period p ON p.period_id = h.period_id""",
        "h.given_by",
    ),
)
WHOLE = ActLog(tuple(branch for branch, _ in (*_UNIT_BRANCHES, *_AGENCY_BRANCHES)), _TITLES)
"""For a manager of the province."""
UNIT = ActLog(tuple(f"{branch} WHERE s.unit_code = :only" for branch, _ in _UNIT_BRANCHES), _TITLES)
"""For a manager who is good for the unit `only`."""
OWN = ActLog(tuple(f"{branch} WHERE {by} IN ({_MINE})" for branch, by in (*_UNIT_BRANCHES, *_AGENCY_BRANCHES)), _TITLES)
"""What the person `sub` did: for everyone."""
