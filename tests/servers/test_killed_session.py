"""A test session that is killed leaves no server behind."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.support.eventually import eventually

SESSION = """
import json
import pathlib
import signal


async def test_waits(real_servers):
    server = await real_servers.have("postgresql")
    told = {"folder": str(real_servers.folder), "pid": server.programs()[0].pid}
    pathlib.Path("told.new").write_text(json.dumps(told))
    pathlib.Path("told.new").rename("told.json")
    signal.pause()
"""


async def test_the_servers_of_a_killed_session_are_ended_and_their_folder_is_removed(tmp_path: Path) -> None:
    (tmp_path / "test_session.py").write_text(SESSION)
    (tmp_path / "pytest.ini").write_text("[pytest]\nasyncio_mode = auto\n")
    house = Path(__file__).parents[2]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.support.real_servers", "-p", "no:cacheprovider", tmp_path]
    environment = {**os.environ, "PYTHONPATH": str(house)}
    with (tmp_path / "log").open("w") as log:
        session = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=log, stderr=log, start_new_session=True)  # noqa: ASYNC220
    told = tmp_path / "told.json"

    async def runs() -> bool:
        assert session.poll() is None, (tmp_path / "log").read_text()
        return told.exists()

    await eventually(runs, within_s=60)
    session.send_signal(signal.SIGKILL)
    session.wait()
    left = json.loads(told.read_text())
    places = [Path(f"/proc/{left['pid']}"), Path(left["folder"])]

    async def gone() -> bool:
        return not any(place.exists() for place in places)

    await eventually(gone, within_s=60)
