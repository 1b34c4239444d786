"""The machine's Java, as Keycloak needs it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

OLDEST = 17
_DEBIANS = Path("/usr/lib/jvm")
_VERSION = re.compile(r'version "(\d+)')


@cache
def java() -> Path | None:
    """A Java that is new enough: `$JAVA_HOME`'s, the first in the path, or one that Debian has; None where there is none."""
    return first_new_enough(_programs())


def first_new_enough(programs: Iterable[Path]) -> Path | None:
    """The first of these that runs and is not too old."""
    return next((program for program in programs if _is_new_enough(program)), None)


def _programs() -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home) / "bin" / "java"
    if first := shutil.which("java"):
        yield Path(first).resolve()
    yield from sorted(_DEBIANS.glob("java-*/bin/java"))


def _is_new_enough(program: Path) -> bool:
    try:
        asked = subprocess.run([program, "-version"], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return False
    found = _VERSION.search(asked.stderr.decode("utf-8", "replace"))
    return asked.returncode == 0 and found is not None and int(found[1]) >= OLDEST
