"""nginx's configuration out of `infra/nginx` and the settings: one folder of files, `nginx.conf` the first."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from chamdiem.edge.headers import ANSWER_POLICY, COMMON, TRANSPORT, page_policy
from chamdiem.edge.problems import error_pages, error_pages_of_others, problem_locations
from chamdiem.edge.province import dressed
from chamdiem.edge.settings import EdgeSettings
from chamdiem.provision.declarations import INFRA

DECLARED = INFRA / "nginx"
WEB = INFRA.parent / "web" / "dist"
"""The pages as `make setup` builds them."""
_PLACE = re.compile(r"^([ \t]*)\{\{(\w+)\}\}$|\{\{(\w+)\}\}", re.MULTILINE)
_TEMPORARY = ("body", "proxy", "fastcgi", "uwsgi", "scgi")
_OUR_IDLE_S, _OTHERS_IDLE_S = 60, 4
"""Our own processes keep an idle line for 75 seconds; MinIO for 30."""
_API = ("identity", "assessment", "appraisal", "ranking")


def write_configuration(settings: EdgeSettings, folder: Path, *, found_at: Path | None = None) -> Path:
    """Write it into `folder`, with the pages in `web/`, make the folders nginx runs in, and give the path of `nginx.conf`.

    `found_at`: where nginx will find the folder, if it is not there yet.
    """
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    settings.run.mkdir(mode=0o711, parents=True, exist_ok=True)
    for name in _TEMPORARY:
        (settings.run / name).mkdir(mode=0o700, exist_ok=True)
    pages = settings.web_root or WEB
    shutil.copytree(pages, folder / "web", dirs_exist_ok=True)
    for name, content in dressed(pages, settings).items():
        (folder / "web" / name).write_bytes(content)
    for name, text in configuration(settings, web=(found_at or folder) / "web").items():
        (folder / name).write_text(text, "utf-8")
    return folder / "nginx.conf"


def configuration(settings: EdgeSettings, *, web: Path) -> dict[str, str]:
    """File name → text. `web`: where nginx finds the pages."""
    values = {**_values(settings), "web_root": str(web)}
    files = {path.name: _filled(path.read_text("utf-8"), values) for path in sorted(DECLARED.glob("*.conf"))}
    files["errors.conf"] = error_pages(settings.api_body_bytes)
    files["errors_but_gateway.conf"] = error_pages(settings.api_body_bytes, gateway=False)
    files["errors_of_provider.conf"] = error_pages_of_others(provider=True)
    files["errors_of_store.conf"] = error_pages_of_others()
    files["problems.conf"] = problem_locations(settings.api_body_bytes, _common(settings))
    files["upstreams.conf"] = _upstreams(settings)
    return files


def _values(settings: EdgeSettings) -> dict[str, str]:
    tls = settings.certificate is not None
    origin = urlsplit(settings.public_origin)
    host = origin.hostname or ""
    return {
        **{name: str(value) for name, value in settings.limits.model_dump().items()},
        "user": f"user {settings.user};" if settings.user else "",
        "workers": str(settings.workers or "auto"),
        "run": str(settings.run),
        "access_log": settings.access_log,
        "error_log": settings.error_log,
        # The browser's, not ours: in a container, or behind a balancer, we listen on another.
        "public_port": str(origin.port or (443 if settings.secure else 80)),
        "small_body_bytes": str(settings.small_body_bytes),
        "api_body_bytes": str(settings.api_body_bytes),
        "evidence_body_bytes": str(settings.evidence_body_bytes),
        "answer_within_s": str(settings.answer_within_s),
        "real_address": _real_address(settings),
        "redirect_server": _redirect_server(settings),
        "listen": _listen(settings, ""),
        "listen_default": _listen(settings, " default_server"),
        "names": " ".join(dict.fromkeys((host, *settings.more_names))),
        "tls": _tls(settings) if tls else "",
        "prefix": "__Host-" if settings.secure else "",
        "origin_pattern": re.escape(settings.public_origin),
        "answer_policy": ANSWER_POLICY,
        "page_policy": page_policy((settings.object_store_origin,) if settings.object_store_origin else ()),
        "common_headers": _headers(_common(settings)),
        "common_headers_of_others": _headers(TRANSPORT) if settings.secure else "",
        "service_locations": "\n".join(
            f"location ^~ /api/{name}/ {{\n  set $service {name};\n  include service.conf;\n}}" for name in _API
        ),
        "ready_locations": _ready_locations(),
        "identity_provider": "include identity_provider.conf;" if settings.identity_provider else "",
        "realm": re.escape(settings.identity_provider_realm),
        "object_store": "include object_store.conf;" if settings.object_store else "",
        "buckets": "|".join(re.escape(name) for name in settings.buckets),
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Every `{{name}}` replaced; one that stands alone on its line keeps its indent on each line. `KeyError` for an unknown name."""

    def fill(match: re.Match[str]) -> str:
        if match[3]:
            return values[match[3]]
        return "\n".join(f"{match[1]}{line}" if line else line for line in values[match[2]].splitlines())

    return _PLACE.sub(fill, text)


def _common(settings: EdgeSettings) -> dict[str, str]:
    return {**COMMON, **(TRANSPORT if settings.secure else {})}


def _headers(headers: Mapping[str, str]) -> str:
    return "\n".join(f'add_header {name} "{value}" always;' for name, value in headers.items())


def _listen(settings: EdgeSettings, more: str) -> str:
    tls = " ssl http2" if settings.certificate is not None else ""
    return "\n".join(f"listen {address}{more}{tls};" for address in settings.listen)


def _tls(settings: EdgeSettings) -> str:
    return "\n".join(
        (
            f"ssl_certificate {settings.certificate};",
            f"ssl_certificate_key {settings.certificate_key};",
            "ssl_protocols TLSv1.2 TLSv1.3;",
            "ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384"
            ":ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;",
            "ssl_prefer_server_ciphers off;",
            "ssl_session_cache shared:tls:10m;",
            "ssl_session_timeout 1d;",
            "ssl_session_tickets off;",
            f"error_page 497 =308 {settings.public_origin}$request_uri;",
        )
    )


def _real_address(settings: EdgeSettings) -> str:
    if not settings.trusted_proxies:
        return ""
    lines = [f"set_real_ip_from {proxy};" for proxy in settings.trusted_proxies]
    return "\n".join((*lines, "real_ip_header X-Forwarded-For;", "real_ip_recursive on;"))


def _redirect_server(settings: EdgeSettings) -> str:
    if not settings.redirect_listen:
        return ""
    lines = "\n".join(f"  listen {address};" for address in settings.redirect_listen)
    return f"server {{\n{lines}\n  location / {{\n    return 308 {settings.public_origin}$request_uri;\n  }}\n}}"


def _upstreams(settings: EdgeSettings) -> str:
    groups = dict(settings.services)
    if settings.identity_provider:
        groups["identity_provider"] = settings.identity_provider
    if settings.object_store:
        groups["object_store"] = settings.object_store
    blocks = []
    for name, addresses in groups.items():
        servers = "\n".join(f"  server {address} max_fails=1 fail_timeout=5s;" for address in addresses)
        # Idle lines are given up before the other side does it, so that no call meets one that is just being closed.
        idle_s = _OUR_IDLE_S if name in settings.services else _OTHERS_IDLE_S
        blocks.append(
            f"upstream {name} {{\n  zone {name} 64k;\n  least_conn;\n{servers}\n  keepalive 32;\n  keepalive_timeout {idle_s}s;\n}}"
        )
    return "\n\n".join(blocks) + "\n"


def _ready_locations() -> str:
    """A chain through all services: nginx has no and of several calls, but each step may ask one before it goes on to the next."""
    blocks = []
    for name, following in zip(_API, (*_API[1:], "gateway"), strict=True):
        place = "= /health/ready" if name == _API[0] else f"@ready_{name}"
        blocks.append(
            f"location {place} {{\n  include errors.conf;\n  auth_request /.ready/{name};\n  try_files /.none @ready_{following};\n}}\n"
            f"location = /.ready/{name} {{\n  internal;\n  include proxied.conf;\n  proxy_pass_request_body off;\n"
            f'  proxy_set_header Content-Length "";\n  proxy_read_timeout 6s;\n  proxy_pass http://{name}/health/ready;\n}}'
        )
    blocks.append("location @ready_gateway {\n  include proxied.conf;\n  proxy_read_timeout 6s;\n  proxy_pass http://gateway;\n}")
    return "\n".join(blocks)
