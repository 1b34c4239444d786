"""One of our processes: started tied to this one, waited for, ended or killed by pid, started again at its address."""

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.process import Child, Children, has_ended
from chamdiem.service_names import ProcessName

PATIENCE_S = 120.0
_ANSWER_WITHIN_S = 6.0
_INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "PYTHONPATH")


@dataclass
class Replica:
    """One process. `name` is the process's with its number: `assessment-2`."""

    process: ProcessName
    name: str
    port: int
    settings: Path
    children: Children = field(repr=False)
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    _child: Child | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """`127.0.0.1:PORT`."""
        return f"127.0.0.1:{self.port}"

    @property
    def runs(self) -> bool:
        """Whether the process lives; that it answers is `ready`."""
        return self._child is not None and not self._child.ended

    @property
    def pid(self) -> int:
        """Its number while it runs. Raises `RuntimeError`."""
        return self._started.process.pid

    @property
    def log(self) -> Path:
        """Its JSON lines since the last start; the ones before in `.log.1`. Raises `RuntimeError`."""
        return self._started.log

    def begin(self) -> None:
        """Start the process; `ready` waits for it. To be called from the event loop's thread. Does nothing while it runs."""
        if self.runs:
            return
        given = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        command = [sys.executable, "-m", "chamdiem", "serve", self.process.value, "--port", str(self.port), "--settings", self.settings]
        self._child = self.children.start(self.name, command, cwd=Path("/"), env={**given, **self.environment})

    async def ready(self) -> None:
        """Return when it answers that it can do its work. Raises `EmbeddedPartFailed` with what it said."""
        said, deadline = "chưa trả lời", asyncio.get_running_loop().time() + PATIENCE_S
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_ANSWER_WITHIN_S)) as http:
            while asyncio.get_running_loop().time() < deadline:
                if self._started.ended:
                    raise EmbeddedPartFailed(f"Tiến trình {self.name} không chạy được; xem {self.log}.")
                try:
                    async with http.get(f"http://{self.address}/health/ready") as answer:
                        if answer.status == 200:
                            return
                        said = str((await answer.json(content_type=None)).get("detail"))
                except (aiohttp.ClientError, TimeoutError):
                    pass
                await asyncio.sleep(0.1)
        raise EmbeddedPartFailed(f"Tiến trình {self.name} chưa sẵn sàng: {said}")

    async def start(self) -> None:
        """Start it and return when it answers. Raises `EmbeddedPartFailed`."""
        self.begin()
        await self.ready()

    async def end(self) -> None:
        """Ask it to end, which lets calls in flight be answered. Harmless when it does not run."""
        child, self._child = self._child, None
        if child is not None:
            await self.children.stop(child)

    async def kill(self) -> None:
        """kill -9; returns when it is gone."""
        child = self._started
        handle = os.pidfd_open(child.process.pid)
        try:
            child.process.kill()
            await has_ended(handle, within_s=None)
        finally:
            os.close(handle)
        await self.end()

    @property
    def _started(self) -> Child:
        if self._child is None:
            raise RuntimeError("not started")
        return self._child
