"""The answer of a batch: what was kept, and every refused line with its problem (docs/design/interfaces.md, section 2)."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

MAX_LINES = 1000


class RefusedLine(BaseModel):
    """Một dòng bị từ chối: vị trí trong yêu cầu (từ 0), cột sai đầu tiên và lỗi."""

    index: int
    column: str
    problem: dict[str, Any]


class BatchOut(BaseModel):
    """Số dòng đã lưu và các dòng bị từ chối, theo thứ tự gửi."""

    saved: int
    refused: Sequence[RefusedLine] = ()
