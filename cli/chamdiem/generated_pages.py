"""Pages under `docs/api` that are written from the code and checked in, so that a change of an interface is seen in its own diff."""

from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "api"


def stale_pages(pages: Mapping[str, str]) -> list[str]:
    """The names whose checked-in page is missing or differs."""
    return [name for name, text in pages.items() if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf-8") != text]


def write_or_check(pages: Mapping[str, str], *, check: bool) -> str | None:
    """Write the pages; with `check` only a sentence naming those that are stale, None where none is."""
    stale = stale_pages(pages)
    if check:
        return f"docs/api không còn khớp với mã nguồn ({', '.join(stale)}); hãy chạy make api docs." if stale else None
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(pages[name], "utf-8")
    return None
