"""What Keycloak's answers mean, as it really gave them."""

import pytest

from chamdiem_identity.provider.keycloak_refusals import PasswordUsedBefore, refusal_of
from chamdiem_identity.provider.port import ProviderRefused, ProviderUnavailable, UnknownPerson


@pytest.mark.parametrize(
    ("status", "body", "kind", "said"),
    [
        (400, b'{"error":"invalidPasswordRegexPatternMessage","error_description":"Invalid password"}', ProviderRefused, "chưa đủ mạnh"),
        (400, b'{"error":"invalidPasswordMaxLengthMessage"}', ProviderRefused, "quá dài"),
        (400, b'{"error":"invalidPasswordSomethingNew"}', ProviderRefused, "chưa đủ mạnh"),
        (400, b'{"error":"invalidPasswordHistoryMessage"}', PasswordUsedBefore, "5 mật khẩu gần nhất"),
        (400, b'{"field":"username","errorMessage":"error-username-invalid-character"}', ProviderRefused, "Tên đăng nhập"),
        (400, b'{"errors":[{"field":"username","errorMessage":"error-invalid-length"}]}', ProviderRefused, "Tên đăng nhập"),
        (400, b'{"errorMessage":"User name is missing"}', ProviderRefused, "Tên đăng nhập"),
        (400, b"<html>", ProviderRefused, "không nhận"),
        (400, b'{"error":"unauthorized_client"}', ProviderUnavailable, "keycloak_client_secret"),
        (401, b'{"error":"invalid_client"}', ProviderUnavailable, "keycloak_client_secret"),
        (403, b'{"error":"HTTP 403 Forbidden"}', ProviderUnavailable, "keycloak_client_secret"),
        (404, b'{"error":"User not found"}', UnknownPerson, "không có người này"),
        (409, b'{"errorMessage":"User exists with same username"}', ProviderRefused, "đã có người dùng"),
        (500, b"", ProviderUnavailable, "500"),
        (None, None, ProviderUnavailable, "thử lại"),
    ],
)
def test_a_refusal_of_the_person_is_told_from_a_fault_of_ours(status: int | None, body: bytes | None, kind: type, said: str) -> None:
    found = refusal_of(status, body)
    assert type(found) is kind
    assert said in str(found)
