"""The ranking of a group as documents: what they say, the same bytes for the same data, checked by their fingerprint."""

import io
import re
import zipfile

import httpx
from services.ranking.tests.world import XAY_DUNG, Y_TE, World, council_member, head, manager
from tests.support.house import problem_of


async def printed(client: httpx.AsyncClient, world: World, file_format: str) -> bytes:
    answer = await client.get(f"/periods/{world.period_id}/groups/department/ranking.{file_format}")
    assert answer.status_code == 200, answer.text
    return answer.content


def words(docx: bytes) -> str:
    """All text of a DOCX with its headers."""
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        shown = [name for name in parts.namelist() if re.fullmatch(r"word/(document|Header\w*|Footer\w*)\.xml", name)]
        xml = " ".join(parts.read(name).decode() for name in shown)
    return re.sub(r"<[^>]+>", " ", xml)


async def test_a_table_says_its_state_and_the_same_data_gives_the_same_bytes(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = world.everything()
    await world.tell(*told)
    provisional = words(await printed(boss, world, "docx"))
    assert "Tạm tính" in provisional
    assert "DIỄN TẬP" in provisional
    await par.tell(*par.everything())
    await world.judged()
    await world.tell(world.appraised("SNV", XAY_DUNG, ("KO1",), i1_1="2"), world.closed("SNV"))
    for file_format, start in (("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")):
        first = await printed(boss, world, file_format)
        assert first.startswith(start)
        assert await printed(boss, world, file_format) == first
    text = words(await printed(boss, world, "docx"))
    assert "Đã tổng hợp" in text
    assert "KO1: Có lãnh đạo bị kỷ luật" in text
    assert "Đồng hạng 1: Sở Du lịch, Sở Xây dựng, Sở Y tế." in text
    assert str(world.period_id) not in text
    (fingerprint,) = {f for f in re.findall(r"[0-9a-f]{64}", text)}
    check = (await world.house.anonymous.get(f"/check/{fingerprint}")).json()
    assert (check["kind"], check["ranking_group"], check["rehearsal"]) == ("ranking", "department", True)


async def test_a_table_shows_whom_the_reader_may_see(par: World, world: World) -> None:
    council, unit_head = await world.house.told(council_member()), await world.house.told(head(Y_TE))
    await world.tell(*world.everything())
    path = f"/periods/{world.period_id}/groups/department/ranking.docx"
    assert problem_of(await council.get(path)) == (404, "ranking/group-not-found")
    assert problem_of(await unit_head.get(path)) == (404, "ranking/period-not-found")
    await par.tell(*par.everything())
    await world.judged()
    assert "Sở Xây dựng" in words(await printed(council, world, "docx"))
    own = words(await printed(unit_head, world, "docx"))
    assert "Sở Y tế" in own
    assert "Sở Xây dựng" not in own
    assert problem_of(await council.get(f"/periods/{world.period_id}/groups/nowhere/ranking.pdf")) == (404, "ranking/group-not-found")
    assert problem_of(await council.get(f"/periods/{world.period_id}/groups/department/ranking.odt")) == (422, "request/invalid")
