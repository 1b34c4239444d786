"""The embedded provider for an identity service that runs in a process of its own."""

import ipaddress
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from chamdiem.embedded.accounts import NanoIdpAccounts
from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.folder import DataFolder
from chamdiem.embedded.nanoidp import SECRETS
from chamdiem_kit.settings import ServiceSettings

VARIABLE = "CHAMDIEM_IDENTITY_PROVIDER_FOLDER"


def provider_from_environment(environment: Mapping[str, str], settings: ServiceSettings) -> NanoIdpAccounts:
    """The accounts of the provider whose folder `CHAMDIEM_IDENTITY_PROVIDER_FOLDER` names; the provider itself runs elsewhere.

    Raises `EmbeddedPartFailed` unless the profile is embedded and the issuer on loopback (architecture: the demonstration provider is
    refused otherwise), and where the folder is not a provider's.
    """
    if settings.profile != "embedded" or not _on_loopback(settings.oidc_issuer):
        raise EmbeddedPartFailed("Máy chủ đăng nhập trình diễn chỉ dùng với CHAMDIEM_IDENTITY_PROFILE=embedded và địa chỉ 127.0.0.1.")
    named = environment.get(VARIABLE, "")
    if not named:
        raise EmbeddedPartFailed(f"Thiếu {VARIABLE}: thư mục của máy chủ đăng nhập trình diễn.")
    known = DataFolder(Path(named)).read_json(SECRETS)
    if not {"management_secret", "password_salt"} <= known.keys():
        raise EmbeddedPartFailed(f"{VARIABLE} không phải là thư mục của máy chủ đăng nhập trình diễn; hãy kiểm tra đường dẫn.")
    return NanoIdpAccounts(
        Path(named), settings.oidc_issuer, management_secret=known["management_secret"], password_salt=known["password_salt"]
    )


def _on_loopback(url: str) -> bool:
    try:
        return ipaddress.ip_address(urlsplit(url).hostname or "").is_loopback
    except ValueError:
        return False
