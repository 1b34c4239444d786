"""The SQL of the log: what other features keep, read side by side; nothing is kept here."""

from typing import Final

from chamdiem_kit.act_log import ActLog

_TITLES: Final = {
    "account.granted": "Cấp tài khoản",
    "account.changed": "Sửa tài khoản",
    "account.approval_lent": "Giao quyền phê duyệt có thời hạn",
    "account.lending_ended": "Thu hồi quyền phê duyệt trước hạn",
    "account.locked": "Khóa tài khoản",
    "account.unlocked": "Mở khóa tài khoản",
    "account.appraisal_locked": "Khóa sau thẩm định",
    "account.appraisal_unlocked": "Mở khóa sau thẩm định",
    "account.council_session_opened": "Mở phiên họp hội đồng",
    "account.council_session_closed": "Đóng phiên họp hội đồng",
    "account.ended": "Kết thúc tài khoản",
    "account.password_reset": "Cấp lại mật khẩu",
    "account.refused_by_provider": "Máy chủ đăng nhập từ chối",
    "unit.registered": "Tạo đơn vị",
    "unit.changed": "Sửa đơn vị",
    "unit.merged": "Hợp nhất vào đơn vị khác",
    "unit.merged_into": "Nhận đơn vị khác hợp nhất vào",
    "guidance.written": "Viết hướng dẫn",
    "unit.retired": "Ghi ngày kết thúc đơn vị",
    "account_request.asked": "Đề nghị cấp tài khoản, mật khẩu",
    "account_request.approved": "Duyệt đề nghị",
    "account_request.refused": "Từ chối đề nghị",
    "account_request.withdrawn": "Rút đề nghị",
    "session.begun": "Đăng nhập",
}
_PERSON = "SELECT a.id, a.holder_name, p.username FROM account a JOIN person p ON p.id = a.person_id"
_MINE = "SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.sub = :sub"
_ACCOUNTS = """
    SELECT h.changed_at AS at, 'a:' || h.account_id || ':' || h.version AS key, 'account.' || h.act AS act, h.changed_by AS by_account,
           h.body ->> 'unit_code' AS unit_code, 'Tài khoản ' || p.username || ' (' || (h.body ->> 'holder_name') || ')' AS subject, h.reason
      FROM account_history h JOIN account a ON a.id = h.account_id JOIN person p ON p.id = a.person_id"""
_UNITS = """
    SELECT h.changed_at AS at, 'u:' || h.unit_code || ':' || h.version AS key, 'unit.' || h.act AS act, h.changed_by AS by_account,
           h.unit_code, 'Đơn vị ' || (h.body ->> 'name') AS subject, '' AS reason
      FROM unit_history h"""
_REQUESTED = """
    SELECT r.asked_at AS at, 'r:' || r.id AS key, 'account_request.asked' AS act, r.asked_by AS by_account, r.unit_code,
           CASE r.about WHEN 'password' THEN 'Mật khẩu của tài khoản ' || p.username
                ELSE 'Tài khoản ' || r.username || ' (' || r.holder_name || ')' END AS subject, r.reason
      FROM account_request r LEFT JOIN account a ON a.id = r.account_id LEFT JOIN person p ON p.id = a.person_id"""
_DECIDED = """
    SELECT r.decided_at AS at, 'd:' || r.id AS key, 'account_request.' || r.status AS act, r.decided_by AS by_account, r.unit_code,
           CASE r.about WHEN 'password' THEN 'Mật khẩu của tài khoản ' || p.username
                ELSE 'Tài khoản ' || r.username || ' (' || r.holder_name || ')' END AS subject, r.decision_reason AS reason
      FROM account_request r LEFT JOIN account a ON a.id = r.account_id LEFT JOIN person p ON p.id = a.person_id
     WHERE r.decided_at IS NOT NULL"""
_GUIDANCE = """
    SELECT h.changed_at AS at, 'g:' || h.place || ':' || h.version AS key, 'guidance.written' AS act, h.changed_by AS by_account,
           NULL::text AS unit_code,
           CASE WHEN g.page IS NULL THEN 'Tiêu chí ' || g.item || ' của bộ ' || g.set_code ELSE 'Trang ' || g.page END AS subject,
           '' AS reason
      FROM guidance_history h JOIN guidance g ON g.place = h.place"""
# A person signs in, not an account: the line stands at the first account of the person.
_SIGN_INS = """
    SELECT s.signed_in_at AS at, 's:' || s.id AS key, 'session.begun' AS act, f.id AS by_account, f.unit_code,
           'Người dùng ' || s.username AS subject, '' AS reason
      FROM sign_in s LEFT JOIN LATERAL (
           SELECT a.id, a.unit_code FROM account a JOIN person p ON p.id = a.person_id
            WHERE p.sub = s.sub ORDER BY a.id LIMIT 1) f ON true"""

WHOLE = ActLog((_ACCOUNTS, _UNITS, _REQUESTED, _DECIDED, _SIGN_INS, _GUIDANCE), _TITLES, _PERSON)
"""Sign-ins and rights: for an administrator."""
OWN = ActLog(
    (
        f"{_ACCOUNTS} WHERE h.account_id IN ({_MINE}) OR h.changed_by IN ({_MINE})",
        f"{_UNITS} WHERE h.changed_by IN ({_MINE})",
        f"{_REQUESTED} WHERE r.asked_by IN ({_MINE})",
        f"{_DECIDED} AND (r.asked_by IN ({_MINE}) OR r.decided_by IN ({_MINE}))",
        f"{_SIGN_INS} WHERE s.sub = :sub",
        f"{_GUIDANCE} WHERE h.changed_by IN ({_MINE})",
    ),
    _TITLES,
    _PERSON,
)
"""What the person `sub` did, and what was done to the person's accounts: for everyone."""
