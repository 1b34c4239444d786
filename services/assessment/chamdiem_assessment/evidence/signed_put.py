"""A PUT that is allowed by its address alone (AWS Signature Version 4 in the query), for one size and one media type.

The store's client signs the host only; here the length of the body is signed too, so that the link takes no other size.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote, urlsplit

_ALGORITHM: Final = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """Who signs, and for which region."""

    access_key: str
    secret_key: str = field(repr=False)
    region: str


def sign_put(url: str, headers: Mapping[str, str], key: SigningKey, now: datetime, lifetime: timedelta) -> str:
    """`url` (its path quoted, no query) with what lets one PUT with exactly these headers pass until `now` (UTC) and `lifetime`."""
    address = urlsplit(url)
    signed = {"host": address.netloc} | {name.lower(): value for name, value in headers.items()}
    names = ";".join(sorted(signed))
    at, scope = now.strftime("%Y%m%dT%H%M%SZ"), f"{now:%Y%m%d}/{key.region}/s3/aws4_request"
    asked = {
        "X-Amz-Algorithm": _ALGORITHM,
        "X-Amz-Credential": f"{key.access_key}/{scope}",
        "X-Amz-Date": at,
        "X-Amz-Expires": str(int(lifetime.total_seconds())),
        "X-Amz-SignedHeaders": names,
    }
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in sorted(asked.items()))
    lines = "".join(f"{name}:{signed[name]}\n" for name in sorted(signed))
    request = f"PUT\n{address.path}\n{query}\n{lines}\n{names}\nUNSIGNED-PAYLOAD"
    to_sign = f"{_ALGORITHM}\n{at}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
    secret = f"AWS4{key.secret_key}".encode()
    for part in scope.split("/"):
        secret = hmac.digest(secret, part.encode(), "sha256")
    return f"{url}?{query}&X-Amz-Signature={hmac.digest(secret, to_sign.encode(), 'sha256').hex()}"
