"""Keycloak as identity, the gateway and every service meet it."""

import base64
import json
from typing import Any

import aiohttp

from chamdiem.doctor.clocks import clock_findings, date_of, now
from chamdiem.doctor.finding import Finding, fault, well
from chamdiem_gateway.settings import GatewaySettings
from chamdiem_identity.provider.keycloak import KeycloakSettings

_NEEDED = frozenset({"manage-users", "view-users", "query-users"})
_HARMLESS = frozenset({"query-groups"})
_MEND = "chạy lại chamdiem provision --only keycloak"
_WITHIN_S = 20


async def examine_issuer(issuer: str, jwks_url: str | None, service: str) -> list[Finding]:
    """Whether a service finds the keys by which it judges tokens."""
    part = f"máy chủ đăng nhập {service}"
    try:
        async with _client() as http:
            asked = now()
            # Where the keys have an address of their own the issuer's name may lead nowhere from here.
            async with http.get(jwks_url or _discovery(issuer)) as answer:
                known = await answer.json(content_type=None) if answer.status == 200 else {}
                theirs, answered = date_of(answer.headers.get("Date")), now()
            if jwks_url is None and known.get("issuer") != issuer:
                told = known.get("issuer") or "máy chủ ấy công bố"
                return [fault(part, f"oidc_issuer {issuer} không phải tên của máy chủ đăng nhập; hãy đặt đúng như {told}.")]
            if jwks_url is None:
                async with http.get(known["jwks_uri"]) as answer:
                    known = await answer.json(content_type=None) if answer.status == 200 else {}
    except (aiohttp.ClientError, TimeoutError, ValueError) as problem:
        return [
            fault(
                part,
                f"Không nối được máy chủ đăng nhập {issuer} ({type(problem).__name__}); hãy kiểm tra oidc_issuer, oidc_jwks_url và mạng.",
            )
        ]
    if not any(key.get("use") == "sig" for key in known.get("keys", [])):
        return [fault(part, "Máy chủ đăng nhập không công bố khóa ký nào; hãy kiểm tra oidc_jwks_url.")]
    found = [] if theirs is None else clock_findings(part, theirs, asked, answered)
    return found or [well(part, "nối được, đúng tên, có khóa ký.")]


async def examine_administration(settings: KeycloakSettings) -> list[Finding]:
    """Whether identity's client signs in, and has the rights it needs and no other."""
    part = "quản trị tài khoản Keycloak"
    body = {
        "grant_type": "client_credentials",
        "client_id": settings.keycloak_client_id,
        "client_secret": settings.keycloak_client_secret.get_secret_value(),
    }
    try:
        status, answer = await _post(_token_address(settings.keycloak_url, settings.keycloak_realm), body)
    except (aiohttp.ClientError, TimeoutError, ValueError) as problem:
        return [fault(part, f"Không nối được Keycloak ở {settings.keycloak_url} ({type(problem).__name__}); hãy kiểm tra keycloak_url.")]
    if status == 404:
        return [fault(part, f"Keycloak chưa có vùng {settings.keycloak_realm}; hãy {_MEND}.")]
    if status != 200:
        client, said = settings.keycloak_client_id, answer.get("error", status)
        return [fault(part, f"Keycloak không nhận {client} ({said}); hãy sửa keycloak_client_secret hoặc {_MEND}.")]
    may = frozenset(_claims(answer["access_token"]).get("resource_access", {}).get("realm-management", {}).get("roles", []))
    found: list[Finding] = []
    if lacking := _NEEDED - may:
        found.append(fault(part, f"{settings.keycloak_client_id} thiếu quyền {', '.join(sorted(lacking))}; hãy {_MEND}."))
    if too_many := may - _NEEDED - _HARMLESS:
        found.append(fault(part, f"{settings.keycloak_client_id} thừa quyền {', '.join(sorted(too_many))}; hãy {_MEND}."))
    return found or [well(part, "đăng nhập được, đúng quyền.")]


async def examine_gateway_client(issuer: str, settings: GatewaySettings) -> list[Finding]:
    """Whether Keycloak knows the gateway's secret and sends people back to its address."""
    part = "đăng nhập qua cổng"
    reached = settings.provider_url or issuer
    spent = {
        "grant_type": "authorization_code",
        "code": "none",
        "redirect_uri": settings.redirect_uri,
        "client_id": settings.client_id,
        "client_secret": settings.client_secret.get_secret_value(),
    }
    begin = {
        "client_id": settings.client_id,
        "redirect_uri": settings.redirect_uri,
        "response_type": "code",
        "scope": "openid",
        "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        "code_challenge_method": "S256",
    }
    try:
        async with _client() as http:
            async with http.get(_discovery(reached)) as answer:
                known = await answer.json(content_type=None)
            token, authorization = (known[name].replace(issuer, reached, 1) for name in ("token_endpoint", "authorization_endpoint"))
            async with http.post(token, data=spent) as answer:
                said = (await answer.json(content_type=None)).get("error")
            async with http.get(authorization, params=begin, allow_redirects=False) as answer:
                page = answer.status
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as problem:
        return [fault(part, f"Không hỏi được máy chủ đăng nhập {issuer} ({type(problem).__name__}); hãy kiểm tra oidc_issuer.")]
    if said in ("invalid_client", "unauthorized_client"):
        return [fault(part, f"Keycloak không nhận client_secret của {settings.client_id}; hãy sửa cấu hình của cổng hoặc {_MEND}.")]
    if page >= 400:
        return [fault(part, f"Keycloak không cho quay về {settings.redirect_uri}; hãy kiểm tra public_origin rồi {_MEND}.")]
    return [well(part, "Keycloak nhận ứng dụng và địa chỉ quay về.")]


def _discovery(issuer: str) -> str:
    return f"{issuer.rstrip('/')}/.well-known/openid-configuration"


def _token_address(url: str, realm: str) -> str:
    return f"{url.rstrip('/')}/realms/{realm}/protocol/openid-connect/token"


async def _post(address: str, body: dict[str, str]) -> tuple[int, dict[str, Any]]:
    async with _client() as http, http.post(address, data=body) as answer:
        return answer.status, await answer.json(content_type=None)


def _client() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_WITHIN_S))


def _claims(token: str) -> dict[str, Any]:
    """What a token says; it comes straight from who signed it."""
    payload = token.split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims
