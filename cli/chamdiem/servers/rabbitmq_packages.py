"""RabbitMQ 4 and its Erlang from Debian 13's packages, unpacked into a folder of their own; the system is not touched.

They bring their own C library, written into the programs, so that they run on an older Debian too.
"""

import asyncio
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from chamdiem.servers import debian
from chamdiem.servers.errors import ServerFailed

_RELEASE = "trixie"
_ERLANG = [
    "base",
    "crypto",
    "eldap",
    "inets",
    "mnesia",
    "os-mon",
    "parsetools",
    "public-key",
    "runtime-tools",
    "ssl",
    "syntax-tools",
    "tools",
    "xmerl",
    "asn1",
    "snmp",
]
_LIBRARIES = [
    "libc6",
    "libstdc++6",
    "libgcc-s1",
    "libsystemd0",
    "libtinfo6",
    "zlib1g",
    "libssl3t64",
    "libzstd1",
    "libcap2",
    "liblzma5",
    "liblz4-1",
    "libgcrypt20",
    "libgpg-error0",
    "libcrypt1",
]
PACKAGES = ("rabbitmq-server", *(f"erlang-{name}" for name in _ERLANG), *_LIBRARIES)
_ARCHITECTURES = {"x86_64": "x86_64-linux-gnu", "aarch64": "aarch64-linux-gnu"}


def missing() -> list[str]:
    """What this machine lacks to get them, one Vietnamese sentence each."""
    if platform.machine() not in _ARCHITECTURES or not sys.platform.startswith("linux"):
        return ["RabbitMQ chỉ lấy được trên Linux x86_64 hoặc aarch64; hãy trỏ bus_url tới một máy chủ RabbitMQ có sẵn."]
    if not debian.is_at_hand():
        return ["Thiếu apt-get và khóa của Debian để lấy RabbitMQ; hãy chạy trên Debian, hoặc trỏ bus_url tới một máy chủ RabbitMQ có sẵn."]
    if _patchelf() is None:
        return ["Thiếu patchelf để chuẩn bị RabbitMQ; hãy chạy make setup rồi chạy lại."]
    return []


async def get(fresh: Path, final: Path, run: debian.RunTool) -> None:
    """Download and unpack into the empty folder `fresh`, prepared to run once that is at `final`. Raises `ServerFailed`."""
    scratch = fresh / "download"
    packages = await debian.download(PACKAGES, _RELEASE, scratch, run)
    await asyncio.to_thread(_unpack, packages, fresh)
    await asyncio.to_thread(shutil.rmtree, scratch)
    await asyncio.to_thread(_prepare, fresh, final)


def _unpack(packages: Sequence[Path], into: Path) -> None:
    for package in packages:
        debian.unpack(package, into)


def _prepare(root: Path, final: Path) -> None:
    """Write the final place into programs and scripts: they find Erlang and their C library there and nowhere else."""
    library = f"usr/lib/{_ARCHITECTURES[platform.machine()]}"
    loader = next(path.name for path in (root / library).glob("ld-linux*.so*"))
    erlang = root / "usr/lib/erlang"
    patch: list[str | Path] = [
        _patchelf() or "patchelf",
        "--set-interpreter",
        final / library / loader,
        "--force-rpath",
        "--set-rpath",
        final / library,
    ]
    for program in [*erlang.glob("erts-*/bin/*"), *(path for path in erlang.glob("lib/**/priv/bin/*") if path.is_file())]:
        head = program.read_bytes()[:4]
        # --force-rpath: the older kind of path, which also serves the libraries that a library needs.
        if head == b"\x7fELF":
            _run([*patch, program])
    for script in [*erlang.glob("bin/*"), *erlang.glob("erts-*/bin/*")]:
        text = script.read_bytes()
        if not script.is_symlink() and text.startswith(b"#!") and b"/usr/lib/erlang" in text:
            script.write_bytes(text.replace(b"/usr/lib/erlang", str(final / "usr/lib/erlang").encode()))


def _patchelf() -> str | None:
    return shutil.which("patchelf", path=str(Path(sys.executable).parent)) or shutil.which("patchelf")


def _run(command: Sequence[str | Path]) -> None:
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise ServerFailed(f"Không chuẩn bị được RabbitMQ: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}")
