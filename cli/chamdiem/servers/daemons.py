"""Processes that outlive the command: remembered by pid and start time, found again, ended with all they started."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chamdiem.embedded.process import has_ended, send
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.folder import ServersFolder

LAUNCHER = Path(__file__).with_name("launcher.py")
_MARK = "CHAMDIEM_SERVER"
_PATIENCE_S = 30.0
_STATE, _SESSION, _STARTED = 0, 3, 19  # fields of /proc/PID/stat after the name (proc(5))


@dataclass(frozen=True)
class Daemon:
    """One remembered process. It leads a session of its own, whose number is its pid."""

    record: Path
    program: str
    pid: int
    started: int
    boot: str
    stop_signal: int
    version: str
    log: str
    mark: str

    @property
    def running(self) -> bool:
        """Whether this very process lives; another one that got its number later is not it."""
        return self.boot == _boot() and _stat(self.pid, _STARTED) == str(self.started) and _stat(self.pid, _STATE) != "Z"

    def members(self) -> list[int]:
        """Every living process of its session, itself first; also what is left of it when it is gone itself."""
        if self.boot != _boot():
            return []
        if not self.running and Path(f"/proc/{self.pid}").exists() and _stat(self.pid, _STATE) != "Z":
            return []  # the number belongs to a stranger now, so nothing of that session is left
        others = [pid for pid in _session(self.pid) if pid != self.pid and (self.running or self._is_marked(pid))]
        return [self.pid, *others] if self.running else others

    def last_words(self) -> str:
        """The end of its log, at most 2,000 characters."""
        log = Path(self.log)
        return log.read_text("utf-8", errors="replace")[-2000:].strip() if log.exists() else ""

    async def end(self, patience_s: float) -> None:
        """Ask it to end, insist on what is left after `patience_s` seconds, and forget it."""
        if self.running:
            await self._end([self.pid], patience_s)
        # Only now what it left: while it lived it may have started more.
        while left := self.members():
            await self._end(left, patience_s)
        self.record.unlink(missing_ok=True)

    async def _end(self, pids: Sequence[int], patience_s: float) -> None:
        with ExitStack() as held:
            handles = [handle for pid in pids if (handle := self._handle(pid, held)) is not None]
            for handle in handles:
                send(handle, self.stop_signal)
            for handle in handles:
                if not await has_ended(handle, within_s=patience_s):
                    self._kill()
                    await has_ended(handle, within_s=None)

    def _handle(self, pid: int, held: ExitStack) -> int | None:
        """A descriptor of the process if it still is of this session. It stays that process's, whoever gets the number later."""
        try:
            handle = os.pidfd_open(pid)
        except ProcessLookupError:
            return None
        held.callback(os.close, handle)
        return handle if _stat(pid, _SESSION) == str(self.pid) else None

    def _kill(self) -> None:
        for pid in self.members():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _is_marked(self, pid: int) -> bool:
        """Ours by the environment it was given, or by the folder it works in: nginx writes its workers' titles over their environment."""
        try:
            if f"{_MARK}={self.mark}".encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0"):
                return True
            return Path(f"/proc/{pid}/cwd").readlink() == Path(self.mark).resolve()
        except OSError:
            return False


class Daemons:
    """The daemons of one server, remembered in its folder's `run/`."""

    def __init__(self, folder: ServersFolder, server: str) -> None:
        self._folder = folder
        self._server = server

    def all(self) -> list[Daemon]:
        """What is remembered, in the order of its start; running or not."""
        records = (self._folder.path / self._server / "run").glob("*.json")
        return sorted((daemon for path in records if (daemon := _read(path)) is not None), key=lambda daemon: daemon.started)

    async def start(
        self,
        program: str,
        command: Sequence[str | Path],
        *,
        cwd: Path,
        env: Mapping[str, str],
        version: str,
        user: str = "same",
        stop_signal: signal.Signals = signal.SIGTERM,
    ) -> Daemon:
        """Start a daemon; its output goes to the server's `logs/PROGRAM.log`, the one before it to `.log.1`.

        Raises `ServerFailed` when the program is not there.
        """
        log = self.log_of(program)
        if log.exists():
            log.replace(log.with_suffix(".log.1"))
        with os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600), "wb") as output:
            process = subprocess.Popen(  # noqa: ASYNC220  a fork and exec, nothing is waited for
                self.launch(program, command, version=version, user=user, stop_signal=stop_signal),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=cwd,
                env=self.environment(env),
                start_new_session=True,
                pass_fds=(self._folder.lock_descriptor,),
            )
        _keep(process)
        return await self._recorded(program, process)

    def launch(
        self, program: str, command: Sequence[str | Path], *, version: str, user: str = "same", stop_signal: signal.Signals
    ) -> list[str]:
        """The command line by which a process is remembered and then becomes `command`. Raises `ServerFailed` without the program."""
        if not Path(command[0]).exists():
            raise ServerFailed(f"Thiếu chương trình {Path(command[0]).name}; hãy chạy lại chamdiem servers up.")
        more = {
            "program": program,
            "stop_signal": int(stop_signal),
            "version": version,
            "log": str(self.log_of(program)),
            "mark": self._mark,
        }
        lock = str(self._folder.lock_descriptor)
        tied = [sys.executable, "-I", "-S", str(LAUNCHER), lock, str(self.record_of(program)), json.dumps(more), user]
        return [*tied, *(str(part) for part in command)]

    def environment(self, env: Mapping[str, str]) -> dict[str, str]:
        """`env` with the mark by which what a daemon started is known to be ours."""
        return {**env, _MARK: self._mark}

    def log_of(self, program: str) -> Path:
        """Where a program's output is kept."""
        logs = self._folder.server(self._server) / "logs"
        logs.mkdir(mode=0o700, exist_ok=True)
        return logs / f"{program}.log"

    def record_of(self, program: str) -> Path:
        """Where a program is remembered."""
        run = self._folder.server(self._server) / "run"
        run.mkdir(mode=0o700, exist_ok=True)
        return run / f"{program}.json"

    async def end(self, patience_s: float = _PATIENCE_S) -> bool:
        """End all of them, the last started first; whether there was anything to end."""
        ended = False
        for daemon in reversed(self.all()):
            ended = ended or bool(daemon.members())
            await daemon.end(patience_s)
        return ended

    @property
    def _mark(self) -> str:
        return str(self._folder.path / self._server)

    async def _recorded(self, program: str, process: subprocess.Popen[bytes]) -> Daemon:
        """What the launcher wrote down. It writes within milliseconds; it ends without writing only when the disk is full."""
        while (daemon := _read(self.record_of(program))) is None or daemon.pid != process.pid:
            if process.poll() is not None:
                raise ServerFailed(f"Không chạy được {program}; xem {self.log_of(program)}.")
            await asyncio.sleep(0.005)
        return daemon


_ours: list[subprocess.Popen[bytes]] = []


def _keep(process: subprocess.Popen[bytes]) -> None:
    """Remember a child until it ends, so that it is asked about (no zombie) while we live, and nobody is warned that it outlives us."""
    _ours[:] = [child for child in _ours if child.poll() is None]
    _ours.append(process)


@cache
def _boot() -> str:
    return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()


def _stat(pid: int, field: int) -> str | None:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii", errors="replace").rpartition(")")[2].split()[field]
    except OSError:
        return None


def _session(number: int) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _stat(int(entry.name), _SESSION) == str(number) and _stat(int(entry.name), _STATE) != "Z":
            yield int(entry.name)


def _read(path: Path) -> Daemon | None:
    try:
        return Daemon(record=path, **json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
