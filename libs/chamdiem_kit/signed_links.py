"""The client that signs links to the object store as browsers reach it."""

from urllib.parse import urlsplit

from minio import Minio

from chamdiem_kit.settings import ObjectStoreSettings


def signing_client(settings: ObjectStoreSettings) -> Minio:
    """A client whose signatures hold for `link_origin`, since they cover the host. To sign it asks nobody: the region is given."""
    origin = urlsplit(settings.link_origin)
    return Minio(
        origin.netloc,
        access_key=settings.s3_access_key.get_secret_value(),
        secret_key=settings.s3_secret_key.get_secret_value(),
        secure=origin.scheme == "https",
        region=settings.s3_region,
    )
