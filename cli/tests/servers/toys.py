"""Small servers for the tests of what all servers have in common, and a script that brings them up: `python toys.py FOLDER CACHE`."""

import asyncio
import sys
from pathlib import Path
from typing import ClassVar

from chamdiem.servers.cache import Cache
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.native import Servers
from chamdiem.servers.progress import Tell
from chamdiem.servers.server import NativeServer

# Says it is up by a file, has a child, and ends as it is told.
_PROGRAM = """
import pathlib, signal, subprocess, sys
folder, manner = pathlib.Path(sys.argv[1]), sys.argv[2]
def start_child():
    return subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
if manner == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = start_child()
if manner == "good":
    signal.signal(signal.SIGTERM, lambda *_: (child.kill(), child.wait(), sys.exit(0)))
if manner == "careless":
    signal.signal(signal.SIGTERM, lambda *_: (start_child(), sys.exit(0)))
print("xin chào", flush=True)
(folder / "up").write_text(str(child.pid))
signal.pause()
"""


class Toy(NativeServer):
    """A server that is ready once its program says so. Its programs are "built" by a tool that says how far it is."""

    name: ClassVar[str] = "toy"
    title: ClassVar[str] = "Đồ chơi"
    version: ClassVar[str] = "1"
    port_names: ClassVar[tuple[str, ...]] = ("play",)
    stop_patience_s: ClassVar[float] = 5
    manner: ClassVar[str] = "good"
    needs_building: ClassVar[bool] = False

    @property
    def child(self) -> int:
        """The process that the program started."""
        return int((self.place.folder / "up").read_text())

    async def fetch(self, tell: Tell) -> None:
        if self.needs_building:
            await self.place.cache.once(self.name, self.version, self._build)

    async def _build(self, fresh: Path) -> None:
        script = "import pathlib, signal; pathlib.Path('building').touch(); signal.pause()"
        if (self.place.data.path / "quick").exists():
            script = "import pathlib; pathlib.Path('built').touch()"
        await self.place.run_tool([sys.executable, "-c", script], what="dựng đồ chơi", cwd=fresh)

    async def start(self, tell: Tell) -> None:
        (self.place.folder / "up").unlink(missing_ok=True)
        command = [sys.executable, "-c", _PROGRAM, self.place.folder, self.manner]
        await self.daemons.start("toy", command, cwd=self.place.folder, env={}, version=self.version)

    async def is_ready(self) -> bool:
        return (self.place.folder / "up").exists()

    async def provision(self, tell: Tell) -> None:
        self.place.data.write_json("provisioned.json", {"times": self.place.data.read_json("provisioned.json").get("times", 0) + 1})


class Stubborn(Toy):
    """Does not end by itself."""

    name: ClassVar[str] = "stubborn"
    title: ClassVar[str] = "Bướng"
    stop_patience_s: ClassVar[float] = 0.2
    manner: ClassVar[str] = "stubborn"


class Careless(Toy):
    """Starts one more on its way out, and leaves it and the first behind."""

    name: ClassVar[str] = "careless"
    title: ClassVar[str] = "Cẩu thả"
    manner: ClassVar[str] = "careless"


class Built(Toy):
    """Is built first, which takes for ever unless the folder says otherwise."""

    name: ClassVar[str] = "built"
    needs_building: ClassVar[bool] = True


class Impossible(Toy):
    """Cannot be had here."""

    name: ClassVar[str] = "impossible"
    title: ClassVar[str] = "Không thể"

    def missing(self) -> list[str]:
        return ["Thiếu phép màu; hãy chờ."]


class Broken(Toy):
    """Does not start."""

    name: ClassVar[str] = "broken"
    title: ClassVar[str] = "Hỏng"

    async def start(self, tell: Tell) -> None:
        raise ServerFailed("Hỏng rồi.")


class Dying(Toy):
    """Ends at once, with a word."""

    name: ClassVar[str] = "dying"
    title: ClassVar[str] = "Yếu"

    async def start(self, tell: Tell) -> None:
        await self.daemons.start("toy", [sys.executable, "-c", "print('chết vì yếu')"], cwd=self.place.folder, env={}, version=self.version)


class NeedsBroken(Toy):
    """Needs one that does not start."""

    name: ClassVar[str] = "needing"
    title: ClassVar[str] = "Phụ thuộc"
    after: ClassVar[tuple[str, ...]] = ("broken",)


class Late(Toy):
    """Needs the toy."""

    name: ClassVar[str] = "late"
    title: ClassVar[str] = "Muộn"
    after: ClassVar[tuple[str, ...]] = ("toy",)


ALL = (Toy, Stubborn, Built)


def toy_servers(folder: Path, *kinds: type[NativeServer]) -> Servers:
    """Servers of these kinds, with a cache beside the folder."""
    return Servers(folder, cache=Cache(folder.with_name(folder.name + "-cache")), catalogue=kinds or ALL)


if __name__ == "__main__":
    asyncio.run(toy_servers(Path(sys.argv[1])).up())
