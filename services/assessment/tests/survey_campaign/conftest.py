"""A running campaign."""

import pytest
from services.assessment.tests.campaign import Campaign, begin_campaign
from services.assessment.tests.world import World


@pytest.fixture
async def campaign(world: World) -> Campaign:
    """A campaign of one open period over the units `a` (department) and `h` (district)."""
    return await begin_campaign(world)
