"""The example cycle from start to end as a person runs it, its stages timed, and what each process of it cost."""

import asyncio
import json
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

from bench.support.figures import hold, show
from bench.support.processes import ROOT, own_cpu_s, tree_of

_COMMAND = Path(sys.executable).with_name("chamdiem")
_FOLDER = ROOT / "examples" / "cycle-small"
_NAMES = {"weed": "object store", "pginstall": "PostgreSQL", "postgres": "PostgreSQL", "nanoidp": "identity provider", "spawn": "printing"}


async def test_the_example_cycle_takes_less_than_forty_seconds(tmp_path: Path) -> None:
    out = tmp_path / "out"
    begun = time.monotonic()
    process = await asyncio.create_subprocess_exec(_COMMAND, "cycle", _FOLDER, "--out", out, cwd=ROOT)
    spent: dict[int, float] = {}
    named: dict[int, str] = {}
    ending = asyncio.ensure_future(process.wait())
    while not (await asyncio.wait([ending], timeout=0.2))[0]:
        for pid in tree_of(process.pid):
            spent[pid] = max(spent.get(pid, 0.0), own_cpu_s(pid))
            named[pid] = _name_of(pid) or named.get(pid, "")
    took_s = time.monotonic() - begun
    assert process.returncode == 0
    compared = subprocess.run(
        [sys.executable, ROOT / "examples" / "compare.py", _FOLDER / "expected", out], check=False, capture_output=True
    )
    assert compared.returncode == 0, compared.stdout
    stages = {stage["name"]: stage["seconds"] for stage in json.loads((out / "cycle.json").read_text())["stages"]}
    for name, seconds in stages.items():
        show(f"{name:<12} {seconds:6.1f} s")
    show(f"{'start, stop':<12} {took_s - sum(stages.values()):6.1f} s")
    by_name: defaultdict[str, float] = defaultdict(float)
    for pid, cost_s in spent.items():
        by_name[named[pid]] += cost_s
    show("processor: " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in sorted(by_name.items(), key=lambda entry: -entry[1])))
    shutil.rmtree(out)
    hold("the example cycle", took_s, 40, at_least=False, unit=" s", digits=1)


def _name_of(pid: int) -> str:
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""
    return next((name for part, name in _NAMES.items() if part in line), "platform and player") if line else ""
