"""The titles of a publication's fields."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_ranking.result import reading
from chamdiem_ranking.result.bodies import FieldOut, fields_of


async def fields_published(tx: AsyncConnection, publication: Any) -> list[FieldOut]:
    """The fields as frozen; of what was published before titles were, those of the period's sets."""
    if publication.fields is not None:
        return [FieldOut.model_validate(f) for f in publication.fields]
    return fields_of((await reading.rules_of_period(tx, publication.period_id)).sets.values())
