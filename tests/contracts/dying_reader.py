"""Run as a script: a process of assessment that dies at once when it is handed the event with number 13, and writes down the others.

python dying_reader.py BUS_URL FILE
"""

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from chamdiem_kit.bus.port import Message
from chamdiem_kit.bus.rabbitmq import RabbitBus

DEADLY = 13


def write_down(file: Path, lines: str) -> None:
    with file.open("a") as kept:
        kept.write(lines)


async def main() -> None:
    url, file = sys.argv[1], Path(sys.argv[2])

    async def deliver(batch: Sequence[Message]) -> None:
        if any(message.subject_version == DEADLY for message in batch):
            os._exit(1)
        write_down(file, "".join(f"{message.subject_version}\n" for message in batch))

    async def bury(message: Message, reason: str) -> None:
        write_down(file, f"dead {message.subject_version} {reason}\n")

    bus = RabbitBus(url)
    await bus.subscribe("assessment", frozenset({"identity.unit.changed.v1"}), deliver, bury)
    await asyncio.Event().wait()


asyncio.run(main())
