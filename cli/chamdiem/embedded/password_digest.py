"""How the embedded provider keeps passwords: as digests, so that none stands in a file."""

import hashlib

# A demonstration provider on loopback: enough that a copied file does not give the passwords away at once, cheap enough for a rehearsal
# in which hundreds of people sign in at one time (some milliseconds each).
_WORK, _BLOCK = 2**11, 8


def password_digest(salt: str, username: str, password: str) -> str:
    """The digest (64 hexadecimal digits) of one person's password. `salt` is the data folder's own."""
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"),
        salt=f"{salt}:{username}".encode("utf-8", "surrogatepass"),
        n=_WORK,
        r=_BLOCK,
        p=1,
        dklen=32,
    ).hex()
