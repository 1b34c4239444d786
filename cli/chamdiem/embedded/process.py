"""Servers as children: started tied to this process, remembered by pid, ended by pid."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.folder import DataFolder, write_private

_TETHER = Path(__file__).with_name("tether.py")
_REMEMBERED = "children.json"


@dataclass(frozen=True)
class Child:
    """One running server. `marker` is a text of its command line by which it is known again."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signal: signal.Signals

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def last_words(self) -> str:
        """The end of its log, for the log of whoever started it; at most 2,000 characters."""
        return self.log.read_text("utf-8", errors="replace")[-2000:].strip() if self.log.exists() else ""

    async def stop(self, *, patience_s: float = 20) -> None:
        """Ask it to end, and insist after `patience_s` seconds."""
        if self.ended:
            return
        handle = os.pidfd_open(self.process.pid)
        try:
            self.process.send_signal(self.stop_signal)
            if not await has_ended(handle, within_s=patience_s):
                self.process.kill()
                await has_ended(handle, within_s=None)
        finally:
            os.close(handle)
        self.process.wait()


class Children:
    """The servers of one data folder. What runs is written down, so that the next start can end what a killed one left behind."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._running: list[Child] = []

    def start(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        cwd: Path,
        env: Mapping[str, str],
        stop_signal: signal.Signals = signal.SIGTERM,
        user: str = "same",
    ) -> Child:
        """Start a server. Its output goes to `logs/NAME.log`; it gets `stop_signal` when this process ends in whatever way.

        To be called from the thread that lives longest (the event loop's): the tie is to the thread, not only to the process.
        Raises `EmbeddedPartFailed` when the program is not there.
        """
        logs = self._folder.path / "logs"
        logs.mkdir(mode=0o700, exist_ok=True)
        log = logs / f"{name}.log"
        if log.exists():
            log.replace(log.with_suffix(".log.1"))
        program = Path(command[0])
        if not program.exists():
            raise EmbeddedPartFailed(f"Thiếu chương trình {program.name} của bộ cài; hãy chạy lại make setup.")
        tied = [sys.executable, "-I", "-S", str(_TETHER), str(os.getpid()), str(int(stop_signal)), user]
        with os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600), "wb") as output:
            process = subprocess.Popen(
                [*tied, *(str(part) for part in command)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=cwd,
                env=dict(env),
                start_new_session=True,  # a Ctrl-C at the keyboard is for us; we end them in order
            )
        child = Child(name, process, log, stop_signal)
        self._running.append(child)
        self._remember()
        return child

    async def stop(self, child: Child) -> None:
        """End one server and forget it."""
        await child.stop()
        self._running.remove(child)
        self._remember()

    async def end_leftovers(self, also: Mapping[int, int] = MappingProxyType({}), *, patience_s: float = 10) -> None:
        """End what an earlier, killed start of this folder left running: what is written down, and `also` (pid to signal).

        Only a process whose command line names this folder is ours; a number used again by another is left alone.
        """
        left = {int(entry["pid"]): int(entry["stop_signal"]) for entry in self._folder.read_json(_REMEMBERED).get("children", [])}
        with ExitStack() as held:
            handles = {pid: handle for pid in left | dict(also) if (handle := _handle(pid, held)) is not None}
            commands = {pid: _command_line(pid) for pid in handles}
            ours = {pid: number for pid, number in (left | dict(also)).items() if self._is_ours(commands.get(pid, b""))}
            for pid, number in ours.items():
                send(handles[pid], number)
            for pid, handle in handles.items():
                # Without a command line it may be ours, in its last moment, with its ports and locks still held: waited for, not signalled.
                if pid in ours or not commands[pid]:
                    ended = await has_ended(handle, within_s=patience_s)
                    if not ended and pid in ours:
                        send(handle, signal.SIGKILL)
                        await has_ended(handle, within_s=None)

    def _is_ours(self, command_line: bytes) -> bool:
        return f"{self._folder.path}/".encode() in command_line

    def _remember(self) -> None:
        entries: list[dict[str, Any]] = [
            {"name": child.name, "pid": child.process.pid, "stop_signal": int(child.stop_signal)} for child in self._running
        ]
        # Not durable: what this file remembers does not outlive a power cut either.
        write_private(self._folder.path / _REMEMBERED, json.dumps({"children": entries}), durable=False)


def _handle(pid: int, held: ExitStack) -> int | None:
    """A descriptor of the process, if there is one. It stays that process's, whoever gets the number later."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return None
    held.callback(os.close, handle)
    return handle


def _command_line(pid: int) -> bytes:
    """Empty once the process has begun to end."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def send(handle: int, number: int) -> None:
    """Signal the process of a descriptor; nothing happens when it has ended."""
    with suppress(ProcessLookupError):
        signal.pidfd_send_signal(handle, number)


async def has_ended(handle: int, *, within_s: float | None) -> bool:
    """Wait until the process is gone with all it held: only then are its ports and locks free; its command line goes a little earlier."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(handle, ended.set)
    try:
        async with asyncio.timeout(within_s):
            await ended.wait()
    except TimeoutError:
        return False
    finally:
        loop.remove_reader(handle)
    return True
