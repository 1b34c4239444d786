"""`chamdiem doctor`: what is wrong with an installation, and what to mend."""

import asyncio
import sys
from dataclasses import asdict
from typing import Annotated

import orjson
import typer

from chamdiem.commands.serve import SettingsFolder, use_settings

_MARKS = {"well": "✓", "warning": "!", "fault": "✗"}


def doctor(
    settings: SettingsFolder = None,
    json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON cho máy đọc.")] = False,
    free_mb: Annotated[int, typer.Option(min=1, help="Dung lượng đĩa trống tối thiểu (MiB).")] = 1024,
) -> None:
    """Khám một hệ thống: mọi kết nối, quyền, đồng hồ, hàng đợi, kho tài liệu, phiên bản cơ sở dữ liệu, ClamAV và đĩa.

    Kết thúc 0: không có gì phải sửa (có thể có điều cần biết, đánh dấu !); 1: có điều phải sửa (đánh dấu ✗).
    """
    from chamdiem.doctor.examination import examine  # noqa: PLC0415  loading the clients takes seconds, and every command loads this file

    use_settings(settings)
    found = asyncio.run(examine(free_mb=free_mb))
    if json:
        sys.stdout.write(orjson.dumps([asdict(finding) for finding in found], option=orjson.OPT_INDENT_2).decode() + "\n")
    else:
        for finding in found:
            typer.echo(f"{_MARKS[finding.state]} {finding.part}: {finding.sentence}")
    raise typer.Exit(1 if any(finding.state == "fault" for finding in found) else 0)
