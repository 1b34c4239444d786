"""The one registry of this service's tables."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlmodel import SQLModel as GatewayTable
else:
    from chamdiem_kit.db import table_base

    GatewayTable = table_base()

__all__ = ["GatewayTable"]
