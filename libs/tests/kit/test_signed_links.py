"""Signed links where browsers reach the object store by another name than we do."""

from datetime import timedelta

import httpx
import pytest
from pydantic import ValidationError

from chamdiem_kit.settings import ObjectStoreSettings
from chamdiem_kit.signed_links import signing_client


async def test_a_link_holds_at_the_public_origin_and_nowhere_else(object_store: ObjectStoreSettings) -> None:
    ours, public = object_store.s3_endpoint, object_store.s3_endpoint.replace("127.0.0.1", "localhost")
    seen_by_browsers = object_store.model_copy(update={"s3_public_origin": f"http://{public}"})
    link = signing_client(seen_by_browsers).presigned_put_object(object_store.receiving_bucket, "thu", timedelta(minutes=5))
    assert link.startswith(f"http://{public}/{object_store.receiving_bucket}/thu?")
    async with httpx.AsyncClient() as browser:
        assert (await browser.put(link, content=b"x")).status_code == 200
        assert (await browser.put(link.replace(public, ours), content=b"x")).status_code == 403


@pytest.mark.parametrize("origin", ["cham-diem.tinh.vn", "https://cham-diem.tinh.vn/kho", "ftp://cham-diem.tinh.vn"])
def test_a_public_origin_that_is_none_is_refused(object_store: ObjectStoreSettings, origin: str) -> None:
    with pytest.raises(ValidationError):
        ObjectStoreSettings(**object_store.model_dump() | {"s3_public_origin": origin})
