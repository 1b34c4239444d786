"""Units and accounts as a spreadsheet names them: titles of the columns, and the words of the cells. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from chamdiem_identity.account.domain import Grant, Role
from chamdiem_identity.unit.domain import Unit
from chamdiem_rules.refusal import Refused

UNIT_COLUMNS: Final[Mapping[str, Sequence[str]]] = {
    "code": ("Mã đơn vị", "Mã"),
    "name": ("Tên đơn vị", "Tên"),
    "unit_type": ("Loại hình đơn vị", "Loại hình"),
    "ranking_group": ("Nhóm xếp hạng", "Nhóm"),
    "parent_code": ("Mã đơn vị cấp trên", "Đơn vị cấp trên"),
    "valid_from": ("Từ ngày", "Ngày bắt đầu"),
    "valid_to": ("Đến ngày", "Ngày kết thúc"),
}
UNIT_NEEDED: Final = ("code", "name", "unit_type", "ranking_group")
ACCOUNT_COLUMNS: Final[Mapping[str, Sequence[str]]] = {
    "username": ("Tên đăng nhập",),
    "holder_name": ("Họ và tên", "Họ tên", "Người giữ tài khoản"),
    "kind": ("Loại tài khoản",),
    "roles": ("Vai trò",),
    "unit_code": ("Mã đơn vị",),
    "appraiser_code": ("Mã cơ quan thẩm định", "Cơ quan thẩm định"),
    "only_for_unit": ("Chỉ dùng cho đơn vị",),
}
ACCOUNT_NEEDED: Final = ("username", "holder_name", "kind")
_KINDS: Final = {
    "data_entry": "tài khoản nhập liệu",
    "appraisal": "tài khoản thẩm định",
    "management": "tài khoản quản lý",
    "administration": "tài khoản quản trị",
    "support": "tài khoản hỗ trợ kỹ thuật",
}
_ROLES: Final = {
    "unit_approver": "lãnh đạo phê duyệt báo cáo",
    "appraisal_lead": "đầu mối thẩm định",
    "council_member": "thành viên hội đồng",
}


def unit_of(cells: Mapping[str, str]) -> Unit:
    """The unit that a line asks for. Raises `Refused` for a date that is none."""
    return Unit(
        code=cells["code"],
        name=cells["name"],
        unit_type=cells["unit_type"],
        ranking_group=cells["ranking_group"],
        parent_code=cells["parent_code"] or None,
        valid_from=_date(cells["valid_from"], "valid_from"),
        valid_to=_date(cells["valid_to"], "valid_to"),
    )


def grant_of(cells: Mapping[str, str]) -> Grant:
    """The account that a line asks for. Raises `Refused` for a kind or role that is none."""
    kind = _named(cells["kind"], _KINDS, "kind", "tài khoản ")
    roles = [_named(one, _ROLES, "roles") for one in re.split(r"[;,\n]", cells["roles"]) if one.strip()]
    return Grant(
        username=cells["username"],
        holder_name=cells["holder_name"],
        kind=kind,
        roles=tuple(Role(role) for role in roles),
        unit_code=cells["unit_code"] or None,
        appraiser_code=cells["appraiser_code"] or None,
        only_for_unit=cells["only_for_unit"] or None,
    )


def _named(words: str, names: Mapping[str, str], column: str, prefix: str = "") -> str:
    asked = " ".join(words.split()).casefold()
    if not asked:
        raise Refused("value-missing", "Hãy điền giá trị; ô này không được để trống.", column)
    for code, name in names.items():
        if asked in (code, name, name.removeprefix(prefix)):
            return code
    allowed = ", ".join(name.removeprefix(prefix) for name in names.values())
    raise Refused("value-not-allowed", f"Không có giá trị này; hãy ghi một trong: {allowed}.", column)


def _date(words: str, column: str) -> date | None:
    if not words:
        return None
    vietnamese = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", words)
    try:
        if vietnamese:
            day, month, year = (int(part) for part in vietnamese.groups())
            return date(year, month, day)
        return date.fromisoformat(words)
    except ValueError as fault:
        raise Refused("value-not-allowed", "Không phải ngày; hãy ghi dạng ngày/tháng/năm, ví dụ 01/07/2025.", column) from fault
