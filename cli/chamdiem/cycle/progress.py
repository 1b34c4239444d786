"""What a person at a terminal sees of a cycle: one live line a stage on standard error; nothing where there is no terminal."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console

from chamdiem.cycle.output_rows import Stage

_TITLES = {
    "platform": "Khởi động nền tảng",
    "units": "Đăng ký đơn vị",
    "accounts": "Cấp tài khoản",
    "criteria": "Ban hành bộ tiêu chí và phiếu khảo sát",
    "periods": "Mở kỳ đánh giá diễn tập",
    "declared": "Tải tài liệu kiểm chứng, kê khai, phê duyệt",
    "sent": "Gửi kết quả tự đánh giá",
    "appraised": "Thẩm định",
    "survey": "Nhập khảo sát",
    "knock_outs": "Xác nhận điều kiện khống chế",
    "aggregation": "Gửi kết quả thẩm định và tổng hợp",
    "results": "Lấy kết quả",
    "reports": "Kết xuất báo cáo",
}


class Progress:
    """Times the stages and shows the one that runs; `titles` of stages that are no cycle's."""

    def __init__(self, console: Console | None = None, titles: Mapping[str, str] = _TITLES) -> None:
        self._console = console or Console(stderr=True, highlight=False)
        self._titles = titles
        self.stages: list[Stage] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time the block as the stage of that name."""
        title, begun = self._titles[name], time.monotonic()
        if self._console.is_terminal:
            with self._console.status(f"{title}…"):
                yield
        else:
            yield
        seconds = round(time.monotonic() - begun, 3)
        self.stages.append(Stage(name, seconds))
        if self._console.is_terminal:
            shown = f"{seconds:.1f}".replace(".", ",")
            self._console.print(f"[green]✓[/] {title} [dim]({shown} giây)[/]")
