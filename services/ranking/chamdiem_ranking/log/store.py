"""The SQL of the log: what other features keep, read side by side; nothing is kept here."""

from typing import Final

from chamdiem_kit.act_log import ActLog

_TITLES: Final = {
    "result.provisional": "Kết quả trở lại tạm tính",
    "result.aggregated": "Tổng hợp kết quả",
    "result.agreed": "Hội đồng thống nhất",
    "result.published": "Công bố kết quả",
    "council_session.opened": "Mở phiên họp hội đồng",
    "council_session.closed": "Đóng phiên họp hội đồng",
    "agreement.agreed": "Thống nhất từng mục",
    "agreement.objected": "Không thống nhất",
    "result.imported": "Nhập kết quả năm trước",
    "appeal.asked": "Kiến nghị về kết quả",
    "appeal.answered": "Trả lời kiến nghị",
}
_MINE = "SELECT account_id FROM known_account WHERE sub = :sub"
_PERIOD = (
    "CASE p.program WHEN 'par_index' THEN 'Chỉ số CCHC ' ELSE 'Hoàn thành nhiệm vụ ' END || p.year "
    "|| CASE WHEN p.rehearsal THEN ' (diễn tập)' ELSE '' END"
)
_BRANCHES: Final = (
    (
        f"""
    SELECT h.changed_at AS at, 'r:' || h.period_id || ':' || h.version AS key, 'result.' || h.status AS act, h.changed_by AS by_account,
           NULL AS unit_code, {_PERIOD} || ', bản ' || h.result_version AS subject, h.reason
      FROM result_history h JOIN known_period p ON p.period_id = h.period_id""",
        "h.changed_by",
        False,
    ),
    (
        f"""
    SELECT h.opened_at AS at, 'o:' || h.id AS key, 'council_session.opened' AS act, h.opened_by AS by_account, NULL AS unit_code,
           {_PERIOD} AS subject, '' AS reason FROM council_session h JOIN known_period p ON p.period_id = h.period_id""",
        "h.opened_by",
        False,
    ),
    (
        f"""
    SELECT h.closed_at AS at, 'c:' || h.id AS key, 'council_session.closed' AS act, h.closed_by AS by_account, NULL AS unit_code,
           {_PERIOD} AS subject, '' AS reason FROM council_session h JOIN known_period p ON p.period_id = h.period_id
     WHERE h.closed_at IS NOT NULL""",
        "h.closed_by",
        True,
    ),
    (
        f"""
    SELECT h.given_at AS at, 'g:' || h.session_id || ':' || h.account_id || ':' || h.item || ':' || h.version AS key,
           CASE WHEN h.agrees THEN 'agreement.agreed' ELSE 'agreement.objected' END AS act, h.account_id AS by_account, NULL AS unit_code,
           'Mục ' || h.item || ', ' || {_PERIOD} AS subject, h.note AS reason
      FROM agreement_history h JOIN council_session c ON c.id = h.session_id JOIN known_period p ON p.period_id = c.period_id""",
        "h.account_id",
        False,
    ),
    (
        """
    SELECT h.published_at AS at, 'i:' || h.period_id || ':' || h.result_version AS key, 'result.imported' AS act,
           h.published_by AS by_account, NULL AS unit_code,
           CASE h.program WHEN 'par_index' THEN 'Chỉ số CCHC ' ELSE 'Hoàn thành nhiệm vụ ' END || h.year AS subject, h.reason
      FROM publication h WHERE h.imported""",
        "h.published_by",
        True,
    ),
    (
        f"""
    SELECT h.asked_at AS at, 'a:' || h.id AS key, 'appeal.asked' AS act, h.asked_by AS by_account, h.unit_code,
           {_PERIOD} AS subject, h.body AS reason FROM appeal h JOIN known_period p ON p.period_id = h.period_id""",
        "h.asked_by",
        False,
    ),
    (
        f"""
    SELECT h.answered_at AS at, 'w:' || h.id AS key, 'appeal.answered' AS act, h.answered_by AS by_account, h.unit_code,
           {_PERIOD} AS subject, h.reason FROM appeal h JOIN known_period p ON p.period_id = h.period_id WHERE h.outcome IS NOT NULL""",
        "h.answered_by",
        True,
    ),
)
WHOLE = ActLog(tuple(branch for branch, _, _ in _BRANCHES), _TITLES)
"""For a manager of the province."""
OWN = ActLog(
    tuple(f"{branch} {'AND' if filtered else 'WHERE'} {by} IN ({_MINE})" for branch, by, filtered in _BRANCHES),
    _TITLES,
)
"""What the person `sub` did: for everyone."""
