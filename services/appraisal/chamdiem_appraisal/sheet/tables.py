"""The log of links to evidence."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable

_TIME = DateTime(timezone=True)


class EvidenceLinkLogRow(AppraisalTable, table=True):
    __tablename__ = "evidence_link_log"
    id: int = Field(sa_type=BigInteger, primary_key=True)
    sheet_id: UUID
    sha256: str
    account_id: UUID
    given_at: datetime = Field(sa_type=_TIME)
