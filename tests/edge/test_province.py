"""A province's name and emblem in the pages, alike from both edges."""

import asyncio
import re
from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.edge.conftest import Front

from chamdiem.edge.province import ProvinceSettings, dressed

NAME = "Tỉnh &quot;Thanh Hóa&quot; &amp; Quảng Trị"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8


async def test_the_start_page_names_the_province_and_its_emblem_without_a_call_more(of_a_province: Front, emblem: Path) -> None:
    client = of_a_province.client()
    for path in ("/", "/index.html", "/published"):
        page = await client.get(path)
        assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-cache")
        assert page.headers["Content-Type"].replace(" ", "").lower() == "text/html;charset=utf-8"
        assert "script-src 'self'" in page.headers["Content-Security-Policy"]
        assert f'<meta name="province" content="{NAME}" />' in page.text
        assert f"<title>Chấm điểm · {NAME}</title>" in page.text
    (place,) = re.findall(r'<link rel="icon" href="(/assets/emblem-[0-9a-f]{12}\.svg)" type="image/svg\+xml" />', page.text)
    drawing = await client.get(place)
    assert (drawing.status_code, drawing.content) == (200, await asyncio.to_thread(emblem.read_bytes))
    assert drawing.headers["Content-Type"] == "image/svg+xml"
    assert drawing.headers["Cache-Control"] == "public, max-age=31536000, immutable"


async def test_an_installation_that_names_no_province_shows_ours(front: Front) -> None:
    page = (await front.client().get("/")).text
    assert "<title>Chấm điểm</title>" in page
    assert 'name="province"' not in page
    assert '<link rel="icon" href="/emblem.svg"' in page


def test_a_png_is_taken_as_one_and_a_new_emblem_has_a_new_address(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="icon" href="/emblem.svg" type="image/svg+xml" /><title>x</title>')
    places = set()
    for content in (PNG, PNG + b"1"):
        file = tmp_path / "emblem.bin"
        file.write_bytes(content)
        files = dressed(tmp_path, ProvinceSettings(province_name="", province_emblem=file))
        (place,) = files.keys() - {"index.html"}
        assert f'<link rel="icon" href="/{place}" type="image/png" />' in files["index.html"].decode()
        assert files[place] == content
        places.add(place)
    assert len(places) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"\xff\xfe",
        b"<html></html>",
        b"<svg><script>alert(1)</script></svg>",
        b"<svg><SCRIPT/></svg>",
        b'<svg onload="alert(1)"/>',
        b'<svg><a href="javascript:alert(1)"/></svg>',
        b"<svg><foreignObject/></svg>",
        PNG + b"\0" * (256 * 1024),
    ],
    ids=["empty", "gif", "not text", "page", "script", "script in capitals", "handler", "link", "foreign", "too large"],
)
def test_an_emblem_that_is_no_plain_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "emblem.svg"
    file.write_bytes(content)
    with pytest.raises(ValidationError):
        ProvinceSettings(province_emblem=file)


@pytest.mark.parametrize("name", ["<b>Thanh Hóa</b>", "a\nb", "x" * 101])
def test_a_name_that_would_break_the_page_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        ProvinceSettings(province_name=name)


@pytest.mark.parametrize(
    ("name", "body", "place"),
    [
        ("Tỉnh Thanh Hóa", "Ủy ban nhân dân tỉnh Thanh Hóa", "Thanh Hóa"),
        ("Thành phố Huế", "Ủy ban nhân dân thành phố Huế", "Huế"),
    ],
)
def test_printed_heads_follow_the_name(name: str, body: str, place: str) -> None:
    province = ProvinceSettings(province_name=name)
    assert (province.body, province.place) == (body, place)
