"""Links to evidence, signed with appraisal's own read-only key, so that appraisers read while assessment is down."""

from datetime import timedelta
from urllib.parse import quote

from chamdiem_kit.settings import ObjectStoreSettings
from chamdiem_kit.signed_links import signing_client


class EvidenceLinks:
    """Signs links of minutes."""

    def __init__(self, settings: ObjectStoreSettings) -> None:
        self._bucket = settings.evidence_bucket
        self.lifetime = timedelta(minutes=settings.link_minutes)
        self._client = signing_client(settings)

    def sign(self, sha256: str, name: str) -> str:
        """A link to the file of that digest that saves it under `name`."""
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        headers: dict[str, str | list[str] | tuple[str]] = {"response-content-disposition": disposition}
        return str(self._client.presigned_get_object(self._bucket, sha256, expires=self.lifetime, response_headers=headers))
