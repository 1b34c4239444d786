"""The worker: reads every uploaded file once, keeps a good one under its digest, refuses a bad one with the reason.

A file waits in the database until it is judged, so a crash at any moment only makes it judged again.
"""

import asyncio
import hashlib
import logging
import tempfile
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import UUID

from chamdiem_assessment.evidence import store
from chamdiem_assessment.evidence.content import refusal_by_content
from chamdiem_assessment.evidence.domain import MAX_SIZE_BYTES, MEDIA_TYPES, Verdict, extension_of, too_large
from chamdiem_assessment.evidence.object_store import ObjectMissing, ObjectStore
from chamdiem_kit.db import Database
from chamdiem_kit.listener import Listener

_AT_ONCE = 4
_BATCH = 100
_LOOK_AGAIN_S = 15.0
_RETRY_S = 1.0
_IN_MEMORY_BYTES = 1024 * 1024
NOT_RECEIVED = "Kho lưu trữ chưa nhận được tệp; hãy tải lại tệp từ đầu."
EMPTY = "Tệp rỗng; hãy chọn tệp có nội dung."
_log = logging.getLogger("chamdiem.assessment.evidence")


def examine(objects: ObjectStore, key: str, name: str) -> Verdict:
    """Judge one uploaded file, and keep it under its digest when it is good. Blocks; raises what the object store raises."""
    extension = extension_of(name)
    digest, size = hashlib.sha256(), 0
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES) as file:
        try:
            for piece in objects.received(key):
                size += len(piece)
                if size > MAX_SIZE_BYTES:
                    return Verdict(too_large())
                digest.update(piece)
                file.write(piece)
        except ObjectMissing:
            return Verdict(NOT_RECEIVED)
        refusal = refusal_by_content(file, extension) if size else EMPTY
        if refusal is None:
            objects.keep(digest.hexdigest(), file, size, MEDIA_TYPES[extension])
    return Verdict(refusal) if refusal else Verdict(None, digest.hexdigest(), size)


class EvidenceWorker:
    """Judges several files at once; `expect` lets a request wait for a verdict of any replica."""

    def __init__(self, objects: ObjectStore, database: Database, listener: Listener) -> None:
        self._objects, self._database = objects, database
        self._wake = asyncio.Event()
        self._busy: set[UUID] = set()
        self._found: dict[UUID, Verdict] = {}
        self._some_found = asyncio.Event()
        self._expected: dict[str, set[asyncio.Event]] = {}
        listener.on(store.WAITING_CHANNEL, lambda _: self._wake.set())
        listener.on(store.JUDGED_CHANNEL, self._tell)

    async def run(self) -> None:
        """Judge until cancelled, first what an earlier run left."""
        self._busy.clear()
        self._found.clear()
        with ThreadPoolExecutor(_AT_ONCE, "evidence") as threads:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._clear_left_over(threads))
                tasks.create_task(self._save_verdicts(tasks, threads))
                while True:
                    self._wake.clear()
                    async with self._database.transaction() as tx:
                        found = await store.waiting(tx, self._busy, _BATCH)
                    for evidence_id, name in found:
                        self._busy.add(evidence_id)
                        tasks.create_task(self._judge(threads, evidence_id, name))
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_LOOK_AGAIN_S):
                            await self._wake.wait()

    def expect(self, evidence_id: UUID) -> "_Expected":
        """`with worker.expect(id) as told:` hears of every verdict told inside the block."""
        return _Expected(self._expected, str(evidence_id))

    def wake(self) -> None:
        """Look for waiting files now."""
        self._wake.set()

    def _tell(self, evidence_id: str) -> None:
        for key, waiting in self._expected.items():
            if evidence_id in ("", key):
                for told in waiting:
                    told.set()

    async def _judge(self, threads: ThreadPoolExecutor, evidence_id: UUID, name: str) -> None:
        try:
            verdict = await asyncio.get_running_loop().run_in_executor(threads, examine, self._objects, str(evidence_id), name)
        except Exception as fault:
            await self._leave_waiting([evidence_id], fault)
        else:
            self._found[evidence_id] = verdict
            self._some_found.set()

    async def _save_verdicts(self, tasks: asyncio.TaskGroup, threads: ThreadPoolExecutor) -> None:
        """Save the verdicts found meanwhile together: one transaction and one removal for many files."""
        while True:
            await self._some_found.wait()
            self._some_found.clear()
            found, self._found = self._found, {}
            try:
                async with self._database.transaction() as tx:
                    await store.save_verdicts(tx, found)
            except Exception as fault:
                await self._leave_waiting(found, fault)
                continue
            for evidence_id in found:
                self._busy.discard(evidence_id)
                self._tell(str(evidence_id))
            tasks.create_task(self._remove(threads, list(found)))

    async def _leave_waiting(self, ids: Collection[UUID], fault: Exception) -> None:
        """The store or the database does not answer: the files go on waiting."""
        _log.warning("evidence not judged yet (%d, first %s): %s", len(ids), next(iter(ids)), fault)
        await asyncio.sleep(_RETRY_S)
        self._busy.difference_update(ids)
        self._wake.set()

    async def _clear_left_over(self, threads: ThreadPoolExecutor) -> None:
        """Remove uploads that a crash left behind between the verdict and the removal."""
        try:
            async with self._database.transaction() as tx:
                ids = await store.left_over(tx, _BATCH)
        except Exception as fault:
            _log.warning("uploads of an earlier run not looked for: %s", fault)
            return
        if ids:
            await self._remove(threads, ids)

    async def _remove(self, threads: ThreadPoolExecutor, ids: Sequence[UUID]) -> None:
        """Remove judged uploads; what fails is left over for the next start."""
        try:
            await asyncio.get_running_loop().run_in_executor(threads, self._objects.remove_received, [str(i) for i in ids])
            async with self._database.transaction() as tx:
                await store.mark_removed(tx, ids)
        except Exception as fault:
            _log.warning("uploads not removed yet (%d, first %s): %s", len(ids), ids[0], fault)


class _Expected:
    """One request's wait for a verdict."""

    def __init__(self, expected: dict[str, set[asyncio.Event]], key: str) -> None:
        self._expected, self._key, self._told = expected, key, asyncio.Event()

    def __enter__(self) -> asyncio.Event:
        self._expected.setdefault(self._key, set()).add(self._told)
        return self._told

    def __exit__(self, *_: object) -> None:
        waiting = self._expected[self._key]
        waiting.discard(self._told)
        if not waiting:
            del self._expected[self._key]
