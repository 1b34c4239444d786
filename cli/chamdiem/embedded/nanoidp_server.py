"""The process of the embedded OIDC provider: nanoidp behind our own front.

    python -m chamdiem.embedded.nanoidp_server CONFIG_FOLDER PORT

Nanoidp is a tool for developers: it has pages and calls that show and change everything, and keeps passwords as they are. Here only the
protocol is let through, and passwords are compared as digests. Its sign-in page is ours, in Vietnamese and without foreign addresses.
"""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import jinja2
import jwt
import yaml
from flask import Flask, request
from jwt.algorithms import RSAAlgorithm
from nanoidp.app import create_app  # type: ignore[import-untyped]  # ships no types
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.serving import WSGIRequestHandler, make_server

from chamdiem.embedded.password_digest import password_digest

_OPEN = frozenset(
    {
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
        "/.well-known/jwks.json",
        "/authorize",
        "/token",
        "/userinfo",
        "/revoke",
        "/logout",
        "/end_session",
        "/api/health",
        "/api/config/reload",  # asks for the management secret
    }
)


class _Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections: signing in is three requests
    disable_nagle_algorithm = True  # head and body are written apart; on a kept connection the second would wait 40 ms

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Addresses of requests carry codes and names; they are not logged."""


def only_the_protocol(app: Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """`app` with every path but the protocol's answered 404."""

    def filtered(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("PATH_INFO") in _OPEN:
            return app(environ, start_response)
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "0")])
        return []

    return filtered


class _RememberingRsa(RSAAlgorithm):
    """RS256 that reads a key once. Reading it takes OpenSSL 36 ms, and nanoidp hands the text of the key over for each of three tokens."""

    def __init__(self) -> None:
        super().__init__(RSAAlgorithm.SHA256)
        self._read: dict[bytes | str, Any] = {}

    def prepare_key(self, key: Any) -> Any:
        if not isinstance(key, bytes | str):
            return super().prepare_key(key)
        if key not in self._read:
            self._read[key] = super().prepare_key(key)
        return self._read[key]


def compare_digests(app: Flask, salt: str) -> None:
    """From now on `app` sees the digest of a password where a person has typed the password."""

    @app.before_request
    def digest_the_password() -> None:
        if request.method == "POST" and "password" in request.form:
            form = {name: value for name, value in request.form.items() if name != "password"}
            form["password"] = password_digest(salt, form.get("username", "").strip(), request.form["password"])
            request.__dict__["form"] = ImmutableMultiDict(form)  # where werkzeug keeps the form once it is read


def main() -> None:
    config_folder, port = Path(sys.argv[1]), int(sys.argv[2])
    # The users' file is read again after each change; the loader written in C takes a fifth of the time and reads the same.
    unsafe_to_share: Any = yaml
    unsafe_to_share.SafeLoader = yaml.CSafeLoader
    jwt.unregister_algorithm("RS256")
    jwt.register_algorithm("RS256", _RememberingRsa())
    app = create_app(str(config_folder))
    compare_digests(app, json.loads((config_folder.parent / "provider.json").read_text("utf-8"))["password_salt"])
    pages = jinja2.FileSystemLoader(Path(__file__).with_name("pages"))
    app.jinja_env.loader = jinja2.ChoiceLoader([pages, app.jinja_env.loader or jinja2.BaseLoader()])
    server = make_server("127.0.0.1", port, only_the_protocol(app), threaded=True, request_handler=_Handler)
    server.serve_forever()


if __name__ == "__main__":
    main()
