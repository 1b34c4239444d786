"""Whether each event reaches who takes it; asked of the broker's administration, whose password only provisioning has."""

from urllib.parse import quote

import httpx

from chamdiem.doctor.finding import Finding, fault, warning, well
from chamdiem.embedded.databases import SERVICES
from chamdiem.provision.rabbitmq_definitions import VHOST, definitions, takers_of_events
from chamdiem.provision.settings import ProvisionSettings
from chamdiem_kit.bus.names import EXCHANGE

_PART = "đường đi của sự kiện"
_WITHIN_S = 15
_MEND = "hãy chạy lại chamdiem provision --only rabbitmq"


async def examine_bindings(settings: ProvisionSettings, vhost: str = VHOST) -> list[Finding]:
    """Every binding that the services' tables of consumers ask for, and none more."""
    if settings.rabbitmq_password is None:
        return [
            warning(_PART, "Chưa xem được vì không có rabbitmq_password trong cấu hình của provision; chạy doctor với cấu hình ấy để xem.")
        ]
    wanted = {
        (b["destination"], b["routing_key"]) for b in definitions(takers_of_events(), SERVICES)["bindings"] if b["source"] == EXCHANGE
    }
    address = f"{settings.rabbitmq_management_url}/api/exchanges/{quote(vhost, safe='')}/{EXCHANGE}/bindings/source"
    auth = (settings.rabbitmq_admin, settings.rabbitmq_password.get_secret_value())
    try:
        async with httpx.AsyncClient(auth=auth, timeout=_WITHIN_S, trust_env=False) as client:
            answer = await client.get(address)
    except httpx.HTTPError as problem:
        reason = type(problem).__name__
        return [fault(_PART, f"Không nối được cổng quản trị của máy chủ sự kiện ({reason}); hãy kiểm tra rabbitmq_management_url.")]
    if not answer.is_success:
        return [fault(_PART, f"Cổng quản trị của máy chủ sự kiện trả lời {answer.status_code}; hãy kiểm tra rabbitmq_admin và mật khẩu.")]
    found = {(b["destination"], b["routing_key"]) for b in answer.json()}
    if lacking := sorted(wanted - found):
        queue, key = lacking[0]
        return [fault(_PART, f"{len(lacking)} đường bị thiếu (đầu tiên {key} tới {queue}), sự kiện sẽ không tới nơi; {_MEND}.")]
    if more := sorted(found - wanted):
        queue, key = more[0]
        return [warning(_PART, f"{len(more)} đường thừa (đầu tiên {key} tới {queue}); {_MEND}.")]
    return [well(_PART, f"đủ {len(wanted)} đường.")]
