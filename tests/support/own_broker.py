"""A RabbitMQ of one test module, which may be killed or set up otherwise than the one that all tests share."""

import os
import signal
from io import StringIO
from pathlib import Path

from rich.console import Console

from chamdiem.embedded.process import has_ended
from chamdiem.servers.native import Servers
from chamdiem.servers.place import Options
from chamdiem.servers.progress import Board
from chamdiem.servers.rabbitmq import RabbitMQ


class OwnBroker:
    """A broker that a test may kill."""

    def __init__(self, folder: Path, configuration: str = "") -> None:
        """`configuration`: lines added to its `rabbitmq.conf`."""
        self._servers = Servers(folder, options=Options(durable=False))
        server = self._servers.by_name["rabbitmq"]
        assert isinstance(server, RabbitMQ)
        self.server = server
        if configuration:
            folder.mkdir(exist_ok=True)
            lines = self._servers.folder.server("rabbitmq") / "conf.d"
            lines.mkdir(parents=True, exist_ok=True)
            (lines / "30-test.conf").write_text(configuration)

    async def up(self) -> None:
        outcome = await self._servers.up(["rabbitmq"], Board(Console(file=StringIO())))
        assert outcome.faults == {}

    async def kill(self) -> None:
        """With -9, and wait until its ports are free."""
        (node,) = [daemon for daemon in self.server.programs() if daemon.program == "rabbitmq"]
        handle = os.pidfd_open(node.pid)
        signal.pidfd_send_signal(handle, signal.SIGKILL)
        await has_ended(handle, within_s=None)
        os.close(handle)

    async def down(self) -> None:
        await self._servers.down()
