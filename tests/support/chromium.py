"""The system's Chromium with fonts that can write Vietnamese; installed once where that is possible."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PACKAGES = ("chromium", "fonts-liberation2", "fonts-croscore")
_FONTS = Path("/usr/share/fonts")


def chromium_or_skip() -> str:
    """Path of the program. Without it the test is skipped with the reason, or fails when `CHAMDIEM_REQUIRE_SERVERS=1`."""
    with (Path(tempfile.gettempdir()) / "chamdiem-chromium.lock").open("a") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        reason = _lacking()
        if reason and os.geteuid() == 0 and shutil.which("apt-get"):
            reason = _install()
    found = _program()
    if found is not None and not reason:
        return found
    if os.environ.get("CHAMDIEM_REQUIRE_SERVERS") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _program() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def _lacking() -> str:
    if _program() is None:
        return f"Chromium is not installed: apt-get install {' '.join(_PACKAGES)}"
    if not any(_FONTS.rglob("*.[to]tf")):
        return f"without fonts Chromium draws blank text: apt-get install {' '.join(_PACKAGES[1:])}"
    return ""


def _install() -> str:
    """Why it could not be installed; '' when it is there."""
    sys.__stderr__.write(f"installing {', '.join(_PACKAGES)} for the browser tests (once, some minutes)\n")  # type: ignore[union-attr]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *_PACKAGES]):
        done = subprocess.run(["apt-get", *command], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or [""])[-1]
            return f"Chromium is not there and apt-get {command[0]} failed: {last}"
    return _lacking()
