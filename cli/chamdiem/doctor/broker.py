"""The broker as each service meets it: queue, depth, who takes from it, and that its rights end where they should."""

from typing import Any

import aiormq
from aiormq.abc import AbstractConnection

from chamdiem.doctor.finding import Finding, fault, warning, well
from chamdiem_kit.bus.names import EXCHANGE, dead_queue_of, queue_of
from chamdiem_kit.bus.rabbitmq import RabbitBus

_DEEP = 10_000
_MEND = "chạy lại chamdiem provision --only rabbitmq"
_REFUSED = (aiormq.exceptions.ChannelAccessRefused,)


async def examine_broker(service: str, url: str, another: str) -> list[Finding]:
    """All about one service's queue and rights; `another` is a service whose queue and events it must not reach."""
    part = f"hàng đợi {service}"
    if url.startswith("inprocess:"):
        return [
            fault(part, f"bus_url của {service} không nêu máy chủ sự kiện; các dịch vụ khác sẽ không biết gì. Hãy đặt bus_url amqp://….")
        ]
    bus = RabbitBus(url)
    if faults := await bus.faults(service):
        return [fault(part, sentence) for sentence in faults]
    connection = await aiormq.connect(url)
    try:
        found = await _depth(part, service, connection)
        found += await _rights(part, service, another, connection)
    finally:
        await connection.close()
    return found or [well(part, "nối được, có người nhận, đúng quyền.")]


async def _depth(part: str, service: str, connection: AbstractConnection) -> list[Finding]:
    channel = await connection.channel()
    living = await channel.queue_declare(queue_of(service), passive=True)
    dead = await channel.queue_declare(dead_queue_of(service), passive=True)
    await channel.close()
    found: list[Finding] = []
    if not living.consumer_count:
        found.append(fault(part, f"Không có tiến trình {service} nào nhận sự kiện; hãy chạy nó hoặc xem nhật ký của nó."))
    if (living.message_count or 0) > _DEEP:
        found.append(warning(part, f"{living.message_count} sự kiện đang chờ xử lý; hãy xem tiến trình {service} có chậm hay lỗi không."))
    if dead.message_count:
        found.append(warning(part, f"{dead.message_count} sự kiện nằm ở hàng đợi chết; hãy xem bằng chamdiem events dead {service}."))
    return found


async def _rights(part: str, service: str, another: str, connection: AbstractConnection) -> list[Finding]:
    found: list[Finding] = []
    # Nobody is bound to such a key, so what should be refused and is not reaches nobody.
    if not await _may(connection, "write", f"{service}.doctor.asked.v1"):
        found.append(fault(part, f"Người dùng chamdiem_{service} không gửi được sự kiện của chính mình; hãy {_MEND}."))
    if await _may(connection, "write", f"{another}.doctor.asked.v1"):
        found.append(fault(part, f"Người dùng chamdiem_{service} gửi được sự kiện của {another}; hãy {_MEND}."))
    if await _may(connection, "read", queue_of(another)):
        found.append(fault(part, f"Người dùng chamdiem_{service} đọc được hàng đợi của {another}; hãy {_MEND}."))
    if await _may(connection, "configure", f"chamdiem.doctor.{service}"):
        found.append(fault(part, f"Người dùng chamdiem_{service} tạo được hàng đợi; hãy {_MEND}."))
    return found


async def _may(connection: AbstractConnection, what: str, name: str) -> bool:
    channel: Any = await connection.channel()
    try:
        match what:
            case "write":
                await channel.basic_publish(b"", exchange=EXCHANGE, routing_key=name, mandatory=True)
            case "read":
                await channel.basic_get(name)
            case _:
                await channel.queue_declare(name, exclusive=True, auto_delete=True)
    except _REFUSED:
        return False
    except (aiormq.exceptions.PublishError, aiormq.exceptions.AMQPError):
        return True  # it came as far as being returned, or met somebody who takes from the queue
    finally:
        if not channel.is_closed:
            await channel.close()
    return True
