"""What a process costs in memory."""

from contextlib import suppress
from pathlib import Path


def memory_of(pid: int) -> int:
    """Bytes: its share of what it holds (PSS) where we may read that, else all it holds (RSS); 0 for a process that is gone."""
    for name, field in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        with suppress(OSError):
            for line in Path(f"/proc/{pid}/{name}").read_text("ascii", errors="replace").splitlines():
                if line.startswith(field):
                    return int(line.split()[1]) * 1024
    return 0
