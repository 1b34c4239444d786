"""Guidance: plain words for a page or a criterion. What looks like markup is text, and shown as text. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from chamdiem_kit.errors import NotFound
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text
from chamdiem_rules.unit_texts import clean_code

TEXT_LIMIT: Final = 10_000
_PAGE = re.compile(r"[a-z0-9_]{1,60}")
# Paragraphs are parted by line ends; of the other control characters none belongs into a text.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class NoSuchPlace(NotFound):
    type = "identity/guidance-not-found"
    title = "Không có trang hay tiêu chí này"


@dataclass(frozen=True)
class Place:
    """What guidance is about: a page of ours, or a leaf of criteria sets with this code, of every version."""

    page: str | None = None
    set_code: str | None = None
    item: str | None = None

    @property
    def key(self) -> str:
        """One text for it."""
        return f"page/{self.page}" if self.page is not None else f"leaf/{self.set_code}/{self.item}"


@dataclass(frozen=True)
class Guidance:
    """The text for a place; version 0 and no text where nobody has written any."""

    place: Place
    text: str = ""
    version: int = 0
    changed_by_name: str | None = None
    changed_at: datetime | None = None


def page_place(page: str) -> Place:
    """The place of a page. Raises `NoSuchPlace`."""
    if not _PAGE.fullmatch(page):
        raise NoSuchPlace("Hãy kiểm tra lại tên trang.")
    return Place(page=page)


def leaf_place(set_code: str, item: str) -> Place:
    """The place of a leaf. Raises `NoSuchPlace`."""
    try:
        return Place(set_code=clean_code(set_code, "set_code"), item=clean_code(item, "item"))
    except Refused as refused:
        raise NoSuchPlace("Hãy kiểm tra lại mã bộ tiêu chí và mã tiêu chí.") from refused


def clean_words(said: str) -> str:
    """The text in NFC with single line ends, empty where the guidance is taken away. Raises `Refused`."""
    kept = clean_text(said.replace("\r\n", "\n").replace("\r", "\n"), "text").strip()
    if len(kept) > TEXT_LIMIT:
        raise Refused("text-too-long", f"Hướng dẫn dài nhất {TEXT_LIMIT} ký tự; hãy rút gọn.", "text")
    if _CONTROL.search(kept.replace("\t", " ")):
        raise Refused("value-not-allowed", "Nội dung có ký tự điều khiển; hãy xóa đi.", "text")
    return kept
