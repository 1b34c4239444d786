"""Packages of a Debian release, downloaded and unpacked into a folder; neither root is needed nor anything of the system changed.

From where: the mirror that this machine's own package lists name.
"""

import shutil
import subprocess
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from chamdiem.servers.errors import ServerFailed

_KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")

RunTool = Callable[[Sequence[str | Path], Path], Awaitable[str]]
"""Runs a program in a folder to its end and gives its output; raises `ServerFailed`."""


def is_at_hand() -> bool:
    """Whether this machine can get Debian's packages."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-deb") and _KEYS.exists())


async def download(packages: Sequence[str], release: str, into: Path, run: RunTool) -> list[Path]:
    """The packages, as files somewhere below `into`. Raises `ServerFailed`."""
    for folder in ("etc", "lists/partial", "cache/archives/partial", "packages"):
        (into / folder).mkdir(parents=True)
    mirror = await _mirror(run, into)
    (into / "etc" / "chamdiem.sources").write_text(
        f"Types: deb\nURIs: {mirror}\nSuites: {release}\nComponents: main\nSigned-By: {_KEYS}\n", "utf-8"
    )
    apt = [shutil.which("apt-get") or "apt-get", *_private(into)]
    await run([*apt, "update"], into)
    await run([*apt, "download", *(f"{name}/{release}" for name in packages)], into / "packages")
    return sorted((into / "packages").glob("*.deb"))


def unpack(package: Path, into: Path) -> None:
    """Unpack a package's files. Raises `ServerFailed`."""
    done = subprocess.run(["dpkg-deb", "-x", package, into], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise ServerFailed(f"Không mở được gói {package.name}: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}")


async def _mirror(run: RunTool, scratch: Path) -> str:
    """Where this machine gets Debian's main packages."""
    wanted = "$(ORIGIN)|$(RELEASE)|$(COMPONENT)|$(SITE)"
    listed = await run([shutil.which("apt-get") or "apt-get", "indextargets", "--format", wanted], scratch)
    for line in listed.splitlines():
        origin, release, component, site = (*line.strip().split("|"), "", "", "", "")[:4]
        if origin == "Debian" and component == "main" and "-" not in release:
            return site
    raise ServerFailed("Máy này chưa có danh mục gói của Debian; hãy chạy apt-get update bằng quyền root rồi chạy lại.")


def _private(scratch: Path) -> list[str]:
    """apt's own folders replaced by ours."""
    options = {
        "Dir::Etc::sourcelist": "/dev/null",
        "Dir::Etc::sourceparts": scratch / "etc",
        "Dir::State::lists": scratch / "lists",
        "Dir::Cache": scratch / "cache",
        "APT::Sandbox::User": "",
        "Acquire::Languages": "none",
        "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
    }
    return [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
