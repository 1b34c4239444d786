"""The command in a process of its own, as a person starts and ends it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = Path(sys.executable).with_name("chamdiem")


@dataclass
class Running:
    """A started command. `printed` is what it has said so far on standard output."""

    process: asyncio.subprocess.Process
    printed: list[str] = field(default_factory=list)

    async def said(self, text: str, *, within_s: float = 120) -> None:
        """Read on until a line holds `text`; fail when the command ends or is silent too long."""
        assert self.process.stdout is not None
        async with asyncio.timeout(within_s):
            while not any(text in line for line in self.printed):
                line = await self.process.stdout.readline()
                assert line, f"ended saying {self.printed}"
                self.printed.append(line.decode().rstrip("\n"))

    async def end(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Send the signal and give the exit status once it has ended."""
        self.process.send_signal(by)
        async with asyncio.timeout(60):
            return await self.process.wait()


@asynccontextmanager
async def command(*arguments: str, environment: Mapping[str, str] | None = None, stderr: int | None = None) -> AsyncIterator[Running]:
    """`chamdiem ARGUMENTS`, killed at the end of the block if it still runs."""
    process = await asyncio.create_subprocess_exec(
        COMMAND, *arguments, stdout=asyncio.subprocess.PIPE, stderr=stderr, env={**os.environ, **(environment or {})}
    )
    try:
        yield Running(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def running_in(folder: Path) -> list[str]:
    """The command lines of running processes that name the folder or work in it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            zombie = (entry / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
            inside = str((entry / "cwd").readlink()).startswith(str(folder))
        except OSError:
            continue
        if not zombie and (inside or str(folder) in line):
            found.append(line)
    return found
