"""One person of every kind to sign in as on a fresh data folder, granted through identity's public API."""

import secrets
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from chamdiem.embedded.folder import DataFolder
from chamdiem.embedded.platform import Platform
from chamdiem.sign_in.code_flow import sign_in

_FILE = "demo-accounts.json"
_UNITS = (
    ("so-noi-vu", "Sở Nội vụ", "department"),
    ("so-tu-phap", "Sở Tư pháp", "department"),
    ("van-phong-ubnd-tinh", "Văn phòng UBND tỉnh", "department"),
    ("so-y-te", "Sở Y tế", "department"),
    ("huyen-tho-xuan", "UBND huyện Thọ Xuân", "district"),
)


@dataclass(frozen=True)
class DemoAccount:
    """A person as shown by `chamdiem up`."""

    username: str
    role: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class _Wanted:
    username: str
    role: str
    holder_name: str
    grant: dict[str, Any]


_WANTED = (
    _Wanted("lanh-dao-so-noi-vu", "quản lý (Sở Nội vụ)", "Trần Văn Quản", {"kind": "management", "unit_code": "so-noi-vu"}),
    _Wanted("nhap-lieu-so-y-te", "nhập liệu (Sở Y tế)", "Lê Thị Nhập", {"kind": "data_entry", "unit_code": "so-y-te"}),
    _Wanted(
        "giam-doc-so-y-te",
        "lãnh đạo phê duyệt (Sở Y tế)",
        "Phạm Văn Duyệt",
        {"kind": "data_entry", "unit_code": "so-y-te", "roles": [{"role": "unit_approver"}]},
    ),
    _Wanted(
        "dau-moi-so-tu-phap",
        "đầu mối thẩm định (Sở Tư pháp)",
        "Hoàng Thị Thẩm",
        {"kind": "appraisal", "unit_code": "so-tu-phap", "appraiser_code": "STP", "roles": [{"role": "appraisal_lead"}]},
    ),
    _Wanted(
        "tham-dinh-so-tu-phap",
        "thành viên thẩm định, hội đồng (Sở Tư pháp)",
        "Đỗ Văn Chấm",
        {"kind": "appraisal", "unit_code": "so-tu-phap", "appraiser_code": "STP", "roles": [{"role": "council_member"}]},
    ),
    _Wanted("ho-tro", "hỗ trợ kỹ thuật", "Vũ Thị Trợ", {"kind": "support"}),
)


async def ensure_demo_accounts(platform: Platform, folder: DataFolder) -> list[DemoAccount]:
    """The demo people of the data folder; made on its first start."""
    administrator = DemoAccount(platform.administrator.username, "quản trị", platform.administrator.password)
    known = folder.read_json(_FILE)
    if not known:
        known = {wanted.username: secrets.token_urlsafe(9) for wanted in _WANTED}
        await _grant(platform, known)
        folder.write_json(_FILE, known)
    return [administrator, *(DemoAccount(w.username, w.role, known[w.username]) for w in _WANTED if w.username in known)]


def keep_demo_passwords(folder: DataFolder, passwords: dict[str, str]) -> None:
    """Of a folder whose people were made otherwise: the passwords of those who are named as here."""
    folder.write_json(_FILE, {w.username: passwords[w.username] for w in _WANTED if w.username in passwords})


async def _grant(platform: Platform, passwords: dict[str, str]) -> None:
    parts, administrator = platform.parts, platform.administrator
    tokens = await sign_in(parts.issuer, parts.cli_client_id, parts.cli_redirect_uri, administrator.username, administrator.password)
    async with aiohttp.ClientSession(f"{platform.url}", headers={"Authorization": f"Bearer {tokens.access_token}"}) as http:
        for code, name, unit_type in _UNITS:
            unit = {"code": code, "name": name, "unit_type": unit_type, "ranking_group": unit_type}
            async with http.post("/api/identity/units", json=unit) as answer:
                if answer.status not in {201, 409}:
                    answer.raise_for_status()
        lines = [{"username": w.username, "holder_name": w.holder_name, "password": passwords[w.username], **w.grant} for w in _WANTED]
        async with http.patch("/api/identity/accounts", json={"lines": lines}) as answer:
            answer.raise_for_status()
