"""Sign a person in over HTTP as a browser does: authorization code with PKCE (S256), the provider's own pages filled in.

The same for every provider: its addresses are its discovery document's, its forms are known by their fields.
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import aiohttp
from yarl import URL

from chamdiem.embedded.errors import SignInRefused
from chamdiem.sign_in.pages import read_page

_MAX_STEPS = 12
_MOVED = frozenset({301, 302, 303, 307, 308})


class PasswordChangeDue(SignInRefused):
    """The name and password were right, and the provider asks for a new password first; none was given."""


@dataclass(frozen=True)
class Tokens:
    """What the provider gave. `expires_in_s` is the access token's life in seconds; `changed`: whether the new password holds now."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    id_token: str = field(repr=False)
    expires_in_s: int
    changed: bool = False


@dataclass(frozen=True)
class _Asked:
    """One sign-in: who, and what is typed where."""

    redirect_uri: str
    state: str
    username: str
    password: str
    new_password: str | None


async def sign_in(
    issuer: str,
    client_id: str,
    redirect_uri: str,
    username: str,
    password: str,
    *,
    new_password: str | None = None,
    client_secret: str | None = None,
    through: str | None = None,
    connector: aiohttp.BaseConnector | None = None,
) -> Tokens:
    """Sign in and give the tokens. `connector` shares connections between many sign-ins; cookies are always this person's only.

    `new_password` is given where the provider asks for one (first sign-in, expired password). `through`: the name by which a Keycloak
    knows another provider; name and password are then typed there.

    Raises `SignInRefused` with the page's own words when the provider does not let the person in, `PasswordChangeDue` when it asks for a
    new password and none was given, `aiohttp.ClientError` when it does not answer.
    """
    verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(16)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    request = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "scope": "openid",
        "state": state,
        "nonce": secrets.token_urlsafe(16),
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "ui_locales": "vi",
        **({"kc_idp_hint": through} if through else {}),
    }
    async with _browser(issuer, connector) as http:
        known = await _discovered(http, issuer)
        begun = URL(known["authorization_endpoint"]).update_query(request)
        code, changed = await _code(http, begun, _Asked(redirect_uri, state, username, password, new_password))
        exchange = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "client_id": client_id,
            "code_verifier": verifier,
        }
        return await _tokens(http, known["token_endpoint"], exchange, client_secret, changed=changed)


async def refresh(issuer: str, client_id: str, refresh_token: str, *, client_secret: str | None = None) -> Tokens:
    """New tokens for a refresh token, which is then spent. Raises `SignInRefused`."""
    async with aiohttp.ClientSession() as http:
        known = await _discovered(http, issuer)
        exchange = {"grant_type": "refresh_token", "refresh_token": refresh_token, "client_id": client_id}
        return await _tokens(http, known["token_endpoint"], exchange, client_secret)


def _browser(issuer: str, connector: aiohttp.BaseConnector | None) -> aiohttp.ClientSession:
    # Cookies of an address without a name (127.0.0.1) are kept only when asked for; and Keycloak marks its own as Secure there too, where
    # browsers take plain http for safe.
    jar = aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=URL(issuer).origin())
    return aiohttp.ClientSession(connector=connector, connector_owner=connector is None, cookie_jar=jar)


async def _discovered(http: aiohttp.ClientSession, issuer: str) -> dict[str, str]:
    async with http.get(f"{issuer.rstrip('/')}/.well-known/openid-configuration") as answer:
        if answer.status != 200:
            raise SignInRefused("Máy chủ đăng nhập không cho biết các địa chỉ của nó; hãy kiểm tra địa chỉ oidc_issuer.")
        known: dict[str, str] = await answer.json(content_type=None)
    return known


async def _code(http: aiohttp.ClientSession, begun: URL, asked: _Asked) -> tuple[str, bool]:
    """Through the provider's pages until it sends us back; the code, and whether the password was changed on the way."""
    typed = changed = False
    answer = await http.get(begun, allow_redirects=False)
    for _ in range(_MAX_STEPS):
        if answer.status in _MOVED:
            location = urljoin(str(answer.url), answer.headers.get("Location", ""))
            answer.release()
            if location.startswith(asked.redirect_uri):
                return _code_in(location, asked.state), changed
            answer = await http.get(URL(location, encoded=True), allow_redirects=False)
            continue
        page = read_page(str(answer.url), await answer.text())
        passed_on = page.form_with("SAMLResponse") or page.form_with("SAMLRequest")
        new_form = page.form_with("password-new")
        form = page.form_with("password")
        if passed_on is not None:  # a browser sends it on by itself
            answer = await http.post(URL(passed_on.action, encoded=True), data=passed_on.fields, allow_redirects=False)
        elif new_form is not None and not changed:
            if asked.new_password is None:
                raise PasswordChangeDue("Máy chủ đăng nhập yêu cầu đổi mật khẩu trước; hãy cho biết mật khẩu mới.")
            changed = True
            filled = new_form.fields | {"password-new": asked.new_password, "password-confirm": asked.new_password}
            answer = await http.post(URL(new_form.action, encoded=True), data=filled, allow_redirects=False)
        elif form is not None and not typed:
            typed = True
            filled = form.fields | {"username": asked.username, "password": asked.password}
            answer = await http.post(URL(form.action, encoded=True), data=filled, allow_redirects=False)
        else:
            raise SignInRefused(page.complaint or _no_reason(typed))
    raise SignInRefused("Máy chủ đăng nhập chuyển trang quá nhiều lần.")


def _no_reason(typed: bool) -> str:
    if typed:
        return "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa."
    return "Máy chủ đăng nhập không mở trang đăng nhập; hãy kiểm tra địa chỉ và tên ứng dụng."


def _code_in(location: str, state: str) -> str:
    query = parse_qs(urlsplit(location).query)
    if query.get("state") != [state] or "code" not in query:
        raise SignInRefused("Máy chủ đăng nhập từ chối yêu cầu đăng nhập.")
    return query["code"][0]


async def _tokens(
    http: aiohttp.ClientSession, address: str, exchange: dict[str, str], client_secret: str | None, *, changed: bool = False
) -> Tokens:
    data = exchange if client_secret is None else exchange | {"client_secret": client_secret}
    async with http.post(address, data=data) as answer:
        if answer.status != 200:
            raise SignInRefused("Máy chủ đăng nhập không cấp phiên làm việc; hãy đăng nhập lại.")
        given: dict[str, Any] = await answer.json()
    return Tokens(given["access_token"], given["refresh_token"], given.get("id_token", ""), int(given["expires_in"]), changed)
