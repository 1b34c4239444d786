"""Whose installation it is: the province's name and emblem, put into the pages that both edges serve.

The name stands in the start page itself and the emblem among the files with their digest in the name: a browser asks for nothing more than
without them, and keeps the emblem for good.
"""

import hashlib
import html
import re
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from chamdiem_kit.settings import read

START_PAGE = "index.html"
_LARGEST_EMBLEM = 256 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_ICON = re.compile(r'<link rel="icon"[^>]*>')
_TITLE = re.compile(r"<title>([^<]*)</title>")
# Opened by itself, a drawing is a document of our origin.
_ACTIVE = re.compile(r"<script|<foreignobject|javascript:|\son[a-z]+\s*=|<!entity", re.IGNORECASE)
_LEVEL = re.compile(r"^(tỉnh|thành phố)\s+", re.IGNORECASE)


class ProvinceSettings(BaseSettings):
    """Environment names are `CHAMDIEM_EDGE_PROVINCE_NAME` and `CHAMDIEM_EDGE_PROVINCE_EMBLEM`; without them the pages name no province.

    `province_emblem` is an SVG or PNG file of at most 256 KiB, best a square of 32 by 32 or more.
    """

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    province_name: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f<>]*$")] = Field(
        default="", max_length=100
    )
    province_emblem: Path | None = None

    @field_validator("province_emblem")
    @classmethod
    def _is_a_picture(cls, path: Path | None) -> Path | None:
        if path is not None:
            _kind_of(_content_of(path))
        return path

    @property
    def body(self) -> str:
        """The parent body at the head of printed reports."""
        return f"Ủy ban nhân dân {self.province_name[:1].lower()}{self.province_name[1:]}"

    @property
    def place(self) -> str:
        """The place before the date of printed reports."""
        return _LEVEL.sub("", self.province_name)

    @cached_property
    def emblem(self) -> tuple[str, bytes] | None:
        """Path in the pages and content of the emblem; None for ours."""
        if self.province_emblem is None:
            return None
        content = _content_of(self.province_emblem)
        return f"assets/emblem-{hashlib.sha256(content).hexdigest()[:12]}.{_kind_of(content)}", content


def read_province_settings() -> ProvinceSettings:
    """From the environment or files. Raises `chamdiem_kit.settings.SettingsFault`."""
    return read(ProvinceSettings, "edge")


def dressed(web: Path, province: ProvinceSettings) -> dict[str, bytes]:
    """File of the pages → what is served instead of what lies in `web`; nothing where there are no pages or no settings."""
    start = web / START_PAGE
    if not start.is_file() or (not province.province_name and province.emblem is None):
        return {}
    page, files = start.read_text("utf-8"), {}
    if province.province_name:
        name = html.escape(province.province_name)
        page = _TITLE.sub(lambda found: f'<meta name="province" content="{name}" />\n    <title>{found[1]} · {name}</title>', page, count=1)
    if province.emblem is not None:
        place, content = province.emblem
        media_type = "image/png" if place.endswith(".png") else "image/svg+xml"
        page = _ICON.sub(f'<link rel="icon" href="/{place}" type="{media_type}" />', page, count=1)
        files[place] = content
    return {START_PAGE: page.encode(), **files}


def _content_of(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise ValueError(f"cannot be read: {fault.strerror}") from fault
    if not 0 < len(content) <= _LARGEST_EMBLEM:
        raise ValueError("is empty or larger than 256 KiB")
    return content


def _kind_of(content: bytes) -> str:
    if content.startswith(_PNG):
        return "png"
    try:
        drawing = content.decode()
    except UnicodeDecodeError:
        drawing = ""
    if "<svg" not in drawing or _ACTIVE.search(drawing):
        raise ValueError("is neither a PNG nor an SVG without scripts")
    return "svg"
