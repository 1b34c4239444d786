"""Sign a person in over HTTP as a browser does: authorization code with PKCE (S256), the provider's own page filled in."""

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import aiohttp

from chamdiem.embedded.errors import SignInRefused

_MAX_REDIRECTS = 5


@dataclass(frozen=True)
class Tokens:
    """What the provider gave. `expires_in_s` is the access token's life in seconds."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    id_token: str = field(repr=False)
    expires_in_s: int


async def sign_in(
    issuer: str,
    client_id: str,
    redirect_uri: str,
    username: str,
    password: str,
    *,
    client_secret: str | None = None,
    connector: aiohttp.BaseConnector | None = None,
) -> Tokens:
    """Sign in and give the tokens. `connector` shares connections between many sign-ins; cookies are always this person's only.

    Raises `SignInRefused` when the provider does not let the person in, `aiohttp.ClientError` when it does not answer.
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
    }
    # Cookies of an address without a name (127.0.0.1) are kept only when asked for.
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(connector=connector, connector_owner=connector is None, cookie_jar=jar) as http:
        async with http.get(f"{issuer}/authorize", params=request) as page:
            form = _sign_in_form(str(page.url), await page.text())
        answer = await http.post(form.action, data=form.fields | {"username": username, "password": password}, allow_redirects=False)
        code = await _code(http, answer, redirect_uri, state)
        exchange = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "client_id": client_id,
            "code_verifier": verifier,
        }
        return await _tokens(http, issuer, exchange, client_secret)


async def refresh(issuer: str, client_id: str, refresh_token: str, *, client_secret: str | None = None) -> Tokens:
    """New tokens for a refresh token, which is then spent. Raises `SignInRefused`."""
    async with aiohttp.ClientSession() as http:
        exchange = {"grant_type": "refresh_token", "refresh_token": refresh_token, "client_id": client_id}
        return await _tokens(http, issuer, exchange, client_secret)


@dataclass
class _Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self, page_url: str) -> None:
        super().__init__()
        self._page_url = page_url
        self.found: list[_Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "form":
            self.found.append(_Form(urljoin(self._page_url, attributes.get("action") or self._page_url)))
        elif tag == "input" and self.found and (name := attributes.get("name")):
            self.found[-1].fields[name] = attributes.get("value") or ""


def _sign_in_form(page_url: str, page: str) -> _Form:
    forms = _Forms(page_url)
    forms.feed(page)
    for form in forms.found:
        if "password" in form.fields:
            return form
    raise SignInRefused("Máy chủ đăng nhập không mở trang đăng nhập; hãy kiểm tra địa chỉ và tên ứng dụng.")


async def _code(http: aiohttp.ClientSession, answer: aiohttp.ClientResponse, redirect_uri: str, state: str) -> str:
    for _ in range(_MAX_REDIRECTS):
        location = urljoin(str(answer.url), answer.headers.get("Location", ""))
        answer.release()
        if answer.status not in (302, 303):
            raise SignInRefused("Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa.")
        if location.startswith(redirect_uri):
            query = parse_qs(urlsplit(location).query)
            if query.get("state") != [state] or "code" not in query:
                raise SignInRefused("Máy chủ đăng nhập từ chối yêu cầu đăng nhập.")
            return query["code"][0]
        answer = await http.get(location, allow_redirects=False)
    raise SignInRefused("Máy chủ đăng nhập chuyển trang quá nhiều lần.")


async def _tokens(http: aiohttp.ClientSession, issuer: str, exchange: dict[str, str], client_secret: str | None) -> Tokens:
    data = exchange if client_secret is None else exchange | {"client_secret": client_secret}
    async with http.post(f"{issuer}/token", data=data) as answer:
        if answer.status != 200:
            raise SignInRefused("Máy chủ đăng nhập không cấp phiên làm việc; hãy đăng nhập lại.")
        given: dict[str, Any] = await answer.json()
    return Tokens(given["access_token"], given["refresh_token"], given.get("id_token", ""), int(given["expires_in"]))
