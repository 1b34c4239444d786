"""Everything that the settings name, looked at side by side."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import TypeVar

from chamdiem.doctor.bindings import examine_bindings
from chamdiem.doctor.broker import examine_broker
from chamdiem.doctor.databases import examine_database
from chamdiem.doctor.finding import Finding, fault
from chamdiem.doctor.processes import addresses, examine_process
from chamdiem.doctor.provider import examine_administration, examine_gateway_client, examine_issuer
from chamdiem.doctor.scanner import examine_disk, examine_scanner
from chamdiem.doctor.store import examine_store
from chamdiem.edge.settings import EdgeSettings, read_edge_settings
from chamdiem.provision.settings import read_provision_settings
from chamdiem.service_names import ServiceName
from chamdiem_assessment.settings import read_evidence_settings
from chamdiem_gateway.settings import read_gateway_settings
from chamdiem_identity.provider.keycloak import read_keycloak_settings
from chamdiem_kit.settings import SettingsFault, read_migration_url, read_object_store_settings, read_settings, settings_folder

T = TypeVar("T")


@dataclass
class _Examination:
    """What has to be waited for, and what is wrong with the settings themselves."""

    work: list[Awaitable[list[Finding]]]
    found: list[Finding]

    def begin(self, part: str, work: Awaitable[list[Finding]]) -> None:
        self.work.append(_surely(part, work))

    def refuse(self, part: str, problem: SettingsFault) -> None:
        self.found += [fault(part, sentence) for sentence in str(problem).splitlines()]


async def examine(*, free_mb: int) -> list[Finding]:
    """All findings, in the order people read them. It changes nothing but for a probe in the receiving bucket, which is removed."""
    seen = _Examination([], [])
    services = tuple(service.value for service in ServiceName)
    for service, another in zip(services, (*services[1:], services[0]), strict=True):
        _service(seen, service, another)
    for service in ("assessment", "appraisal"):
        try:
            seen.begin(f"kho tài liệu {service}", examine_store(service, read_object_store_settings(service)))
        except SettingsFault as problem:
            seen.refuse(f"kho tài liệu {service}", problem)
    _provider(seen)
    try:
        seen.begin("đường đi của sự kiện", examine_bindings(read_provision_settings()))
    except SettingsFault as problem:
        seen.refuse("cấu hình provision", problem)
    try:
        seen.begin("quét mã độc", examine_scanner(read_evidence_settings()))
    except SettingsFault as problem:
        seen.refuse("quét mã độc", problem)
    seen.begin("đĩa", examine_disk(settings_folder("identity"), free_mb))
    return seen.found + [finding for findings in await asyncio.gather(*seen.work) for finding in findings]


def _service(seen: _Examination, service: str, another: str) -> None:
    try:
        settings = read_settings(service)
    except SettingsFault as problem:
        return seen.refuse(f"cấu hình {service}", problem)
    try:
        owner: str | None = read_migration_url(service)
    except SettingsFault:
        owner = None
    seen.begin(f"cơ sở dữ liệu {service}", examine_database(service, settings.database_url.get_secret_value(), owner))
    seen.begin(f"hàng đợi {service}", examine_broker(service, settings.bus_url.get_secret_value(), another))
    seen.begin(f"máy chủ đăng nhập {service}", examine_issuer(settings.oidc_issuer, settings.oidc_jwks_url, service))


def _provider(seen: _Examination) -> None:
    try:
        seen.begin("quản trị tài khoản Keycloak", examine_administration(read_keycloak_settings()))
    except SettingsFault as problem:
        seen.refuse("cấu hình Keycloak", problem)
    try:
        gateway, issuer = read_gateway_settings(), read_settings("gateway").oidc_issuer
    except SettingsFault as problem:
        return seen.refuse("cấu hình cổng", problem)
    seen.begin("đăng nhập qua cổng", examine_gateway_client(issuer, gateway))
    edge = _edge()
    for title, url in addresses({} if edge is None else edge.services, gateway.public_origin).items():
        seen.begin(title, examine_process(title, url))


def _edge() -> EdgeSettings | None:
    try:
        return read_edge_settings()
    except SettingsFault:
        return None


async def _surely(part: str, work: Awaitable[list[Finding]]) -> list[Finding]:
    try:
        return await work
    except Exception as problem:
        return [fault(part, f"Không xem được ({type(problem).__name__}: {problem}); hãy báo người phát triển kèm dòng này.")]
