from io import StringIO

from rich.console import Console

from chamdiem.servers.progress import Board


def shown(*, terminal: bool) -> str:
    text = StringIO()
    with Board(Console(file=text, force_terminal=terminal, width=200, color_system=None)) as board:
        tell = board.line("minio", "MinIO")
        for part in (0.25, 0.5):
            tell("đang dựng [từ mã nguồn]", part)
        board.end("minio", "đã chạy tại 127.0.0.1:9000", well=True)
    return text.getvalue()


def test_without_a_terminal_each_step_is_one_line_and_there_is_no_bar() -> None:
    assert shown(terminal=False) == "MinIO: đang dựng [từ mã nguồn]\nMinIO: đã chạy tại 127.0.0.1:9000\n"


def test_at_a_terminal_a_server_has_one_bar() -> None:
    text = shown(terminal=True)
    assert "━" in text and "đã chạy tại 127.0.0.1:9000" in text
    assert "MinIO: " not in text
