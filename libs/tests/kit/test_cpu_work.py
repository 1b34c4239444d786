"""Work of the CPU in a process of its own."""

import asyncio
import os
import signal
import sys
import textwrap
from pathlib import Path

import pytest
from tests.support.eventually import eventually

from chamdiem_kit.cpu_work import CpuWork


def _runs(pid: int) -> bool:
    """Whether the process is there and is no zombie that nobody waited for."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


async def test_work_is_done_in_one_other_process_that_close_ends() -> None:
    work = CpuWork()
    pids = {await work.run(os.getpid) for _ in range(3)}
    assert len(pids) == 1
    assert os.getpid() not in pids
    await work.close()
    assert not _runs(pids.pop())
    await work.close()


async def test_what_the_function_raises_is_raised() -> None:
    work = CpuWork()
    with pytest.raises(ZeroDivisionError):
        await work.run(divmod, 1, 0)
    await work.close()


async def test_after_its_process_was_killed_work_goes_on_in_a_new_one() -> None:
    work = CpuWork()
    first = await work.run(os.getpid)
    os.kill(first, signal.SIGKILL)
    assert await work.run(os.getpid) != first
    await work.close()


async def test_the_process_ends_when_the_service_is_killed() -> None:
    service = textwrap.dedent("""
        import asyncio, os, sys
        from chamdiem_kit.cpu_work import CpuWork
        async def main():
            print(await CpuWork().run(os.getpid), flush=True)
            await asyncio.Event().wait()
        if __name__ == "__main__":
            asyncio.run(main())
    """)
    parent = await asyncio.create_subprocess_exec(sys.executable, "-c", service, stdout=asyncio.subprocess.PIPE)
    assert parent.stdout is not None
    worker = int(await parent.stdout.readline())
    parent.kill()
    await parent.wait()

    async def gone() -> bool:
        return not _runs(worker)

    await eventually(gone)
