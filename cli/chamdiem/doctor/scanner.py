"""The virus scanner, and the disk that evidence passes over."""

import asyncio
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chamdiem.doctor.clocks import now
from chamdiem.doctor.finding import Finding, fault, warning, well
from chamdiem_assessment.evidence.clamd import Clamd
from chamdiem_assessment.evidence.scanning import ScannerSilent
from chamdiem_assessment.settings import EvidenceSettings

_OLD = timedelta(days=7)


async def examine_scanner(settings: EvidenceSettings) -> list[Finding]:
    """Whether clamd answers and knows what is about."""
    part = "quét mã độc"
    if settings.clamd_address is None:
        return [warning(part, "Tài liệu kiểm chứng không được quét mã độc; hãy chạy ClamAV rồi đặt clamd_address.")]
    try:
        said = await asyncio.to_thread(Clamd(settings.clamd_address, 10).version)
    except ScannerSilent as problem:
        return [fault(part, f"ClamAV không trả lời ({problem}); tệp tải lên đang phải chờ, hãy chạy lại clamd hoặc sửa clamd_address.")]
    made = _signatures_of(said)
    if made is None:
        return [warning(part, f"ClamAV chỉ có mẫu tự đặt ({said}); hãy để freshclam tải mẫu của ClamAV.")]
    if now() - made > _OLD:
        return [warning(part, f"Mẫu nhận diện của ClamAV đã cũ (ngày {made:%d/%m/%Y}); hãy xem freshclam có chạy không.")]
    return [well(part, said)]


def _signatures_of(said: str) -> datetime | None:
    """When the signatures were made; `ClamAV 1.4.3/27800/Mon Nov 23 09:00:00 2026`."""
    try:
        return datetime.strptime(said.split("/")[2], "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    except (IndexError, ValueError):
        return None


async def examine_disk(folder: Path, free_mb: int) -> list[Finding]:
    """Whether at least `free_mb` MiB are free where this machine keeps `folder` and temporary files."""
    found: list[Finding] = []
    for title, path in {"đĩa của cấu hình": folder, "đĩa tạm": Path(tempfile.gettempdir())}.items():
        free = shutil.disk_usage(path if path.exists() else "/").free // 2**20
        if free < free_mb:
            found.append(fault(title, f"Chỉ còn {free} MiB trống ở {path}, cần ít nhất {free_mb} MiB; hãy dọn hoặc thêm đĩa."))
    return found or [well("đĩa", "còn đủ chỗ.")]
