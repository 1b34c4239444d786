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
from chamdiem_assessment.evidence.claims import Claims
from chamdiem_assessment.evidence.content import refusal_by_content
from chamdiem_assessment.evidence.domain import MAX_SIZE_BYTES, MEDIA_TYPES, Scan, Verdict, extension_of, infected, too_large
from chamdiem_assessment.evidence.object_store import ObjectMissing, ObjectStore
from chamdiem_assessment.evidence.scanning import Scanner
from chamdiem_kit.db import Database
from chamdiem_kit.listener import Listener

_AT_ONCE = 4
_IN_HAND = 16
_LEFT_OVER = 100
# Also how long a file waits that a killed worker had in hand.
_LOOK_AGAIN_S = 3.0
_RETRY_S = 1.0
_IN_MEMORY_BYTES = 1024 * 1024
NOT_RECEIVED = "Kho lưu trữ chưa nhận được tệp; hãy tải lại tệp từ đầu."
EMPTY = "Tệp rỗng; hãy chọn tệp có nội dung."
_log = logging.getLogger("chamdiem.assessment.evidence")


def examine(objects: ObjectStore, scanner: Scanner | None, key: str, name: str) -> Verdict:
    """Judge one uploaded file, and keep it under its digest when it is good.

    Blocks; raises what the object store raises, and `ScannerSilent`.
    """
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
        if refusal is not None:
            return Verdict(refusal)
        if scanner is not None and (found := scanner.scan(file)) is not None:
            return Verdict(infected(found), scan=Scan.INFECTED)
        objects.keep(digest.hexdigest(), file, size, MEDIA_TYPES[extension])
    return Verdict(None, digest.hexdigest(), size, Scan.NOT_SCANNED if scanner is None else Scan.CLEAN)


class EvidenceWorker:
    """Judges several files at once. Any number of workers may run, in this process and others."""

    def __init__(self, objects: ObjectStore, scanner: Scanner | None, database: Database, listener: Listener) -> None:
        self._objects, self._scanner, self._database = objects, scanner, database
        self._wake = asyncio.Event()
        self._in_hand: set[UUID] = set()
        self._found: dict[UUID, Verdict] = {}
        self._some_found = asyncio.Event()
        listener.on(store.WAITING_CHANNEL, lambda _: self._wake.set())

    async def run(self) -> None:
        """Judge until cancelled, first what an earlier run left."""
        self._in_hand.clear()
        self._found.clear()
        with ThreadPoolExecutor(_AT_ONCE, "evidence") as threads:
            async with Claims(self._database) as claims, asyncio.TaskGroup() as tasks:
                tasks.create_task(self._clear_left_over(threads))
                tasks.create_task(self._save_verdicts(tasks, threads, claims))
                while True:
                    self._wake.clear()
                    for evidence_id, name in await claims.take(self._in_hand, _IN_HAND - len(self._in_hand)):
                        self._in_hand.add(evidence_id)
                        tasks.create_task(self._judge(threads, claims, evidence_id, name))
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_LOOK_AGAIN_S):
                            await self._wake.wait()

    async def _judge(self, threads: ThreadPoolExecutor, claims: Claims, evidence_id: UUID, name: str) -> None:
        loop = asyncio.get_running_loop()
        try:
            verdict = await loop.run_in_executor(threads, examine, self._objects, self._scanner, str(evidence_id), name)
        except Exception as fault:
            await self._leave_waiting(claims, [evidence_id], fault)
        else:
            self._found[evidence_id] = verdict
            self._some_found.set()

    async def _save_verdicts(self, tasks: asyncio.TaskGroup, threads: ThreadPoolExecutor, claims: Claims) -> None:
        """Save the verdicts found meanwhile together: one transaction and one removal for many files."""
        while True:
            await self._some_found.wait()
            self._some_found.clear()
            found, self._found = self._found, {}
            try:
                async with self._database.transaction() as tx:
                    await store.save_verdicts(tx, found)
            except Exception as fault:
                await self._leave_waiting(claims, found, fault)
                continue
            tasks.create_task(self._remove(threads, list(found)))
            await self._give_back(claims, found)

    async def _leave_waiting(self, claims: Claims, ids: Collection[UUID], fault: Exception) -> None:
        """The store, the scanner or the database does not answer: the files go on waiting."""
        _log.warning("evidence not judged yet (%d, first %s): %s", len(ids), next(iter(ids)), fault)
        await asyncio.sleep(_RETRY_S)
        await self._give_back(claims, ids)

    async def _give_back(self, claims: Claims, ids: Collection[UUID]) -> None:
        was_full = len(self._in_hand) >= _IN_HAND
        await claims.give_back(ids)
        self._in_hand.difference_update(ids)
        if was_full:
            self._wake.set()

    async def _clear_left_over(self, threads: ThreadPoolExecutor) -> None:
        """Remove uploads that a crash left behind between the verdict and the removal."""
        try:
            async with self._database.transaction() as tx:
                ids = await store.left_over(tx, _LEFT_OVER)
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
