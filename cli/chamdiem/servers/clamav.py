"""ClamAV's clamd from Debian's packages, as a daemon: only where it is asked for.

Its signatures are those in `clamav/signatures` of the data folder. Here that begins with the one of EICAR's harmless test file; freshclam,
or an administrator, puts the real ones there (docs/operations/clamav.md).
"""

import asyncio
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from chamdiem.embedded.folder import write_private
from chamdiem.provision.declarations import INFRA
from chamdiem.servers import debian
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.progress import Tell
from chamdiem.servers.server import NativeServer

_RELEASE = "bookworm"
_PACKAGES = ("clamav-daemon", "libclamav12", "libmspack0", "libjson-c5")
_LIBRARIES = "usr/lib/x86_64-linux-gnu"


class ClamAV(NativeServer):
    """The virus scanner of evidence."""

    name: ClassVar[str] = "clamav"
    title: ClassVar[str] = "ClamAV"
    version: ClassVar[str] = "1.4"
    port_names: ClassVar[tuple[str, ...]] = ("clamd",)
    optional: ClassVar[bool] = True
    # Reading the real signatures takes long.
    patience_s: ClassVar[float] = 180

    @property
    def signatures(self) -> Path:
        """The folder that clamd reads its signatures from, at its start and every ten minutes."""
        return self.place.folder / "signatures"

    def missing(self) -> list[str]:
        if self.place.cache.has(self.name, self.version) or debian.is_at_hand():
            return []
        return ["Thiếu apt-get và khóa của Debian để lấy ClamAV; hãy chạy trên Debian, hoặc trỏ clamd_address tới một clamd có sẵn."]

    async def fetch(self, tell: Tell) -> None:
        async def run(command: Sequence[str | Path], folder: Path) -> str:
            return await self.place.run_tool(command, what="lấy ClamAV từ Debian", cwd=folder, env={"LC_ALL": "C.UTF-8"})

        async def make(fresh: Path) -> None:
            tell("đang tải gói Debian")
            for package in await debian.download(_PACKAGES, _RELEASE, fresh / "download", run):
                await asyncio.to_thread(debian.unpack, package, fresh)
            await asyncio.to_thread(shutil.rmtree, fresh / "download")
            environment = ["/usr/bin/env", f"LD_LIBRARY_PATH={fresh / _LIBRARIES}"]
            said = await run([*environment, fresh / "usr/sbin/clamd", f"--config-file={INFRA / 'clamav/clamd.conf'}", "--version"], fresh)
            if f"ClamAV {self.version}." not in said:
                raise ServerFailed(f"ClamAV của Debian không chạy được trên máy này: {said.strip() or 'không rõ lý do'}")

        await self.place.cache.once(self.name, self.version, make)

    async def start(self, tell: Tell) -> None:
        self.signatures.mkdir(mode=0o700, exist_ok=True)
        if not any(self.signatures.iterdir()):
            shutil.copyfile(INFRA / "clamav/eicar.ndb", self.signatures / "eicar.ndb")
        common = (INFRA / "clamav/clamd.conf").read_text("utf-8")
        here = f"TCPSocket {self.place.port('clamd')}\nTCPAddr 127.0.0.1\nDatabaseDirectory {self.signatures}\n"
        (self.place.folder / "work").mkdir(mode=0o700, exist_ok=True)
        write_private(self.place.folder / "clamd.conf", f"{common}{here}TemporaryDirectory {self.place.folder / 'work'}\n", durable=False)
        root = self.place.cache.folder(self.name, self.version)
        await self.daemons.start(
            "clamd",
            [root / "usr/sbin/clamd", f"--config-file={self.place.folder / 'clamd.conf'}"],
            cwd=self.place.folder,
            env={"PATH": "/usr/bin:/bin", "TZ": "UTC", "LD_LIBRARY_PATH": str(root / _LIBRARIES)},
            version=self.version,
        )

    async def is_ready(self) -> bool:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.place.port("clamd"))
        except OSError:
            return False
        try:
            async with asyncio.timeout(5):
                writer.write(b"zPING\0")
                return await reader.readuntil(b"\0") == b"PONG\0"
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            return False
        finally:
            writer.close()

    def settings(self) -> Mapping[str, Mapping[str, str]]:
        return {"assessment": {"clamd_address": self.address}}
