"""The appraisal record of a period with rounds: each round's score, what was asked, what was answered."""

import io

import openpyxl
from services.appraisal.tests.clarification.rounds import Rounds
from services.appraisal.tests.world import PLAIN, World


async def test_a_record_shows_every_round_with_questions_and_answers(world: World) -> None:
    played = await Rounds.of(world)
    await world.score_all()
    await played.ask("snv", (PLAIN, "1.1", "Vì sao tự chấm tối đa?"))
    await played.send("SNV")
    await played.at(1.5)
    await world.house.tell(played.answers([(1, "1.1")]))
    score = {"unit": PLAIN, "item": "1.1", "score": "0.5", "reason": "Không có minh chứng"}
    assert (await world.score("snv", score))["refused"] == []
    await played.send("SNV")
    content = (await world.clients["snv"].get(f"/sheets/{world.sheets[PLAIN]}/record.xlsx")).content
    texts = [str(c.value) for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for c in row if c.value]
    assert "Thẩm định lần 1" in texts
    assert any("Vì sao tự chấm tối đa?" in t for t in texts)
    assert any("Xin giải trình\nBổ sung.pdf" in t for t in texts)


async def test_a_record_of_a_period_without_rounds_has_no_word_of_them(world: World) -> None:
    await world.score_all()
    content = (await world.clients["manager"].get(f"/sheets/{world.sheets[PLAIN]}/record.xlsx")).content
    texts = [str(c.value) for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for c in row if c.value]
    assert not [t for t in texts if "lần 1" in t or "giải trình" in t.lower()]
