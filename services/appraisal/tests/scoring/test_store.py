"""What must never change is kept so by the database itself."""

import pytest
from services.appraisal.tests.world import PLAIN, World
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError


@pytest.mark.parametrize(
    ("sql", "refusal"),
    [
        ("UPDATE appraised_score_history SET reason = 'x'", "frozen"),
        ("DELETE FROM appraisal_history", "frozen"),
        ("TRUNCATE phase_extension", "permission denied"),
    ],
)
async def test_history_cannot_be_changed(world: World, sql: str, refusal: str) -> None:
    await world.score("snv", {"unit": PLAIN, "item": "1.1", "score": "2"})
    with pytest.raises(DBAPIError, match=refusal):
        async with world.house.service.transaction() as tx:
            await tx.execute(text(sql))


async def test_an_item_has_one_answer_at_most(world: World) -> None:
    await world.score("snv", {"unit": PLAIN, "item": "1.1", "score": "2"})
    with pytest.raises(DBAPIError, match="ck_appraised_score_one_answer"):
        async with world.house.service.transaction() as tx:
            await tx.execute(text("UPDATE appraised_score SET count = 1"))
