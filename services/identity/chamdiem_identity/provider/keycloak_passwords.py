"""One-time passwords as Keycloak keeps them, and the mark by which a repeated change is known. Pure but for salt."""

import base64
import hashlib
import hmac
import json
import os
from typing import Any

from chamdiem_identity.provider.domain import is_one_time_password

_ALGORITHM = "pbkdf2-sha512"
_SALT_BYTES, _DIGEST_BYTES = 16, 64
# A password that people chose can be guessed, so each guess is made dear (Keycloak's own number for this algorithm). One of ours cannot:
# 90 random bits; a thousand accounts from a file must not take minutes of hashing.
_ROUNDS_CHOSEN, _ROUNDS_RANDOM = 210_000, 1_000


def first_credential(password: str) -> dict[str, Any]:
    """The password of a person to be made, to be changed at the first sign-in.

    One of our own one-time passwords goes as a ready hash, which Keycloak keeps as it is; any other in clear, so that Keycloak judges
    it by its policy and hashes it by its own.
    """
    if not is_one_time_password(password):
        return {"type": "password", "value": password, "temporary": True}
    salt = os.urandom(_SALT_BYTES)
    digest = _digest(password, salt, _ROUNDS_RANDOM)
    return {
        "type": "password",
        "temporary": True,
        "secretData": json.dumps({"value": _b64(digest), "salt": _b64(salt), "additionalParameters": {}}),
        "credentialData": json.dumps({"hashIterations": _ROUNDS_RANDOM, "algorithm": _ALGORITHM, "additionalParameters": {}}),
    }


def mark(password: str) -> str:
    """By which `is_marked` knows this password again; nobody gets the password from it."""
    rounds = _ROUNDS_RANDOM if is_one_time_password(password) else _ROUNDS_CHOSEN
    salt = os.urandom(_SALT_BYTES)
    return f"{rounds}:{_b64(salt)}:{_b64(_digest(password, salt, rounds))}"


def is_marked(password: str, kept: str) -> bool:
    """Whether the mark is this password's; what is no mark is nobody's."""
    try:
        rounds, salt, digest = kept.split(":")
        found = _digest(password, base64.b64decode(salt), int(rounds))
        return hmac.compare_digest(found, base64.b64decode(digest))
    except ValueError:
        return False


def _digest(password: str, salt: bytes, rounds: int) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", password.encode(), salt, rounds, _DIGEST_BYTES)


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
