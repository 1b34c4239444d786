"""The example cycle on the real servers, by the command, gives the same bytes as on the embedded platform."""

import asyncio
from pathlib import Path

from tests.e2e.processes import command
from tests.support.production import require_every_server

EXAMPLE = Path(__file__).parents[2] / "examples" / "cycle-small"


async def test_the_example_gives_the_expected_bytes(tmp_path: Path) -> None:
    require_every_server()
    out = tmp_path / "out"
    arguments = ("cycle", str(EXAMPLE), "--out", str(out), "--profile", "production")
    async with command(*arguments, stderr=asyncio.subprocess.DEVNULL) as playing, asyncio.timeout(1500):
        assert await playing.process.wait() == 0
    for name in ("results.csv", "scores.csv"):
        # A checkout may have changed the ends of its lines.
        expected = (EXAMPLE / "expected" / name).read_bytes().replace(b"\r\n", b"\n")
        assert (out / name).read_bytes().replace(b"\r\n", b"\n") == expected, name
