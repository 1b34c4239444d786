"""What the worker needs of a virus scanner."""

from typing import IO, Protocol


class ScannerSilent(Exception):
    """The scanner gave no verdict now; the file waits and is tried again."""


class Scanner(Protocol):
    """Looks into files, also into those packed in them."""

    def scan(self, file: IO[bytes]) -> str | None:
        """The name of what was found in the file, or None. Blocks. Raises `ScannerSilent`."""
