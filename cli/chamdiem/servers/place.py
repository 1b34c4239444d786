"""What a native server is given: its folder, ports, passwords, the cache, and where its neighbours are."""

import asyncio
import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from chamdiem.servers.cache import Cache
from chamdiem.servers.daemons import Daemons
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.folder import ServersFolder


@dataclass(frozen=True)
class Options:
    """What a person or a test chose for the whole set. `durable=False`: a power cut may damage the data (tests)."""

    durable: bool = True
    public_origin: str | None = None
    """The address people type; nginx's own where it is not given."""


@dataclass(frozen=True)
class Place:
    """One server's view of the data folder."""

    name: str
    data: ServersFolder
    cache: Cache
    options: Options

    @property
    def folder(self) -> Path:
        """The server's own folder, 0700."""
        return self.data.server(self.name)

    @property
    def daemons(self) -> Daemons:
        """Its processes."""
        return Daemons(self.data, self.name)

    @property
    def public_origin(self) -> str:
        """Where people reach the web pages, such as `http://127.0.0.1:8080`; no slash at the end."""
        return self.options.public_origin or f"http://127.0.0.1:{self.port('http', of='nginx')}"

    def port(self, name: str, *, of: str | None = None) -> int:
        """A port on 127.0.0.1, of this server or of another. `KeyError` for one that nobody declared."""
        return self.data.ports()[f"{of or self.name}.{name}"]

    def secret(self, name: str, *, of: str | None = None) -> str:
        """A password by name, the same at every start; made at its first use."""
        return self.data.secret(f"{of or self.name}.{name}")

    async def run_tool(
        self,
        command: Sequence[str | Path],
        *,
        what: str,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        on_line: Callable[[str], None] | None = None,
    ) -> str:
        """Run a program to its end (a download, a build) and give its output, which is also kept in `logs/tool.log`.

        It is remembered like a daemon, so that it can be ended when we are killed; when we are cancelled it ends with us.
        `what`: for the sentence when it fails, such as "dựng MinIO"; `env` is added to our own environment. Raises `ServerFailed`.
        """
        launched = self.daemons.launch("tool", command, version="", stop_signal=signal.SIGTERM)
        log = self.daemons.log_of("tool")
        process = await asyncio.create_subprocess_exec(
            *launched,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=self.daemons.environment({**os.environ, **(env or {})}),
            start_new_session=True,
            pass_fds=(self.data.lock_descriptor,),
            limit=2**20,
        )
        read: list[str] = []
        try:
            with log.open("a", encoding="utf-8") as kept:
                log.chmod(0o600)
                while process.stdout is not None and (line := await process.stdout.readline()):
                    text = line.decode("utf-8", "replace")
                    kept.write(text)
                    kept.flush()
                    read.append(text)
                    if on_line is not None:
                        on_line(text.rstrip("\n"))
            code = await process.wait()
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
            raise
        finally:
            self.daemons.record_of("tool").unlink(missing_ok=True)
        if code != 0:
            raise ServerFailed(f"Không {what} được (mã {code}); xem {log}.")
        return "".join(read)
