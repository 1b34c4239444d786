"""Printing reports beside the event loop, and the last ones kept: the same snapshot gives the same bytes."""

import asyncio
from collections import OrderedDict

from chamdiem_kit.app import Service
from chamdiem_kit.cpu_work import CpuWork
from chamdiem_reports.documents import SelfAssessmentReport
from chamdiem_reports.rendering import render

_MOST_KEPT_BYTES = 16 * 1024 * 1024


class Printing:
    """Prints in a process of its own. `close` ends that process."""

    def __init__(self) -> None:
        self._cpu = CpuWork()
        self._kept: OrderedDict[tuple[str, str, str], bytes] = OrderedDict()
        self._kept_bytes = 0

    async def file(self, report: SelfAssessmentReport, file_format: str) -> bytes:
        """The report as `pdf`, `docx` or `xlsx`."""
        key = (report.seal.fingerprint, report.seal.status_label, file_format)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        printed = await self._cpu.run(render, report, file_format)
        if key not in self._kept:
            self._kept[key] = printed
            self._kept_bytes += len(printed)
        while self._kept_bytes > _MOST_KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= len(oldest)
        return printed

    async def close(self) -> None:
        """End the printing process."""
        await self._cpu.close()


def printing_of(service: Service) -> Printing:
    """The service's printing, held in its parts."""
    printing: Printing = service.parts.printing
    return printing


def head_of(service: Service) -> dict[str, str]:
    """What stands above every report of this deployment."""
    return {"parent_body": service.settings.province_body, "place": service.settings.province_place}


async def hold_printing(service: Service) -> None:
    """The background task of the service that ends the printing process with it."""
    try:
        await asyncio.Event().wait()
    finally:
        await printing_of(service).close()
