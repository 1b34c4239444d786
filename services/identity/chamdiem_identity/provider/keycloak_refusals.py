"""What Keycloak's refusals mean for identity, in Vietnamese. Pure."""

import json

from chamdiem_identity.provider.port import ProviderRefused, ProviderUnavailable, UnknownPerson

_WEAK = "Mật khẩu chưa đủ mạnh: cần từ 12 ký tự, hoặc từ 9 ký tự có đủ chữ hoa, chữ thường, chữ số và ký tự đặc biệt."
_PASSWORD = {
    "invalidPasswordRegexPatternMessage": _WEAK,
    "invalidPasswordMaxLengthMessage": "Mật khẩu quá dài.",
    "invalidPasswordNotUsernameMessage": "Mật khẩu không được trùng với tên đăng nhập.",
}
_NAME = "Tên đăng nhập chỉ gồm chữ, chữ số và các dấu . - _ @, từ 1 đến 150 ký tự."
_OF_OUR_OWN_SIGN_IN = frozenset({"invalid_client", "unauthorized_client", "invalid_grant", "invalid_scope", "access_denied"})
"""Codes of OAuth: they are about our client, not about the person in hand."""


class PasswordUsedBefore(ProviderRefused):
    """One of the person's last passwords."""


def refusal_of(status: int | None, body: bytes | None) -> Exception:
    """The port's error for an answer that is none of success."""
    codes = _codes(body)
    match status:
        case 400 if not _OF_OUR_OWN_SIGN_IN.intersection(codes):
            return _refused(codes)
        case 400 | 401 | 403:
            return ProviderUnavailable("Máy chủ đăng nhập không nhận quyền của dịch vụ tài khoản; hãy kiểm tra keycloak_client_secret.")
        case 404:
            return UnknownPerson("Máy chủ đăng nhập không có người này.")
        case 409:
            return ProviderRefused("Tên đăng nhập đã có người dùng ở máy chủ đăng nhập; hãy chọn tên khác.")
        case _:
            return ProviderUnavailable(f"Máy chủ đăng nhập gặp lỗi ({status}); hãy thử lại sau ít phút.")


def _refused(codes: list[str]) -> ProviderRefused:
    if "invalidPasswordHistoryMessage" in codes:
        return PasswordUsedBefore("Mật khẩu không được trùng với 5 mật khẩu gần nhất.")
    for code in codes:
        if code.startswith("invalidPassword"):
            return ProviderRefused(_PASSWORD.get(code, _WEAK))
        if code.startswith(("error-username", "error-invalid-length", "error-person-name", "User name is missing")):
            return ProviderRefused(_NAME)
    return ProviderRefused("Máy chủ đăng nhập không nhận tên hoặc mật khẩu này; hãy sửa rồi thử lại.")


def _codes(body: bytes | None) -> list[str]:
    """Every code and message of the answer; Keycloak names the place differently from call to call."""
    try:
        told = json.loads(body or b"{}")
    except ValueError:
        return []
    if not isinstance(told, dict):
        return []
    parts = [told, *(told.get("errors") or [])]
    return [str(part[key]) for part in parts if isinstance(part, dict) for key in ("error", "errorMessage") if part.get(key)]
