"""ClamAV's daemon as the scanner, by its INSTREAM command over TCP or a unix socket (clamd(8), "COMMANDS").

It unpacks office documents and other archives by itself, within its own limits; `StreamMaxLength` must not be below our largest file.
"""

import socket
from contextlib import suppress
from typing import IO

from chamdiem_assessment.evidence.scanning import ScannerSilent

_CHUNK = 128 * 1024
_CONNECT_S = 5.0
_LONGEST_ANSWER = 4096


class Clamd:
    """`address`: `HOST:PORT` or the path of a socket. Safe for several threads: each call has a line of its own."""

    def __init__(self, address: str, within_s: float) -> None:
        self._address, self._within_s = address, within_s

    def scan(self, file: IO[bytes]) -> str | None:
        """See `Scanner.scan`."""
        file.seek(0)
        answer = self._ask(b"zINSTREAM\0", file)
        if answer.endswith(" FOUND"):
            return answer.removeprefix("stream: ").removesuffix(" FOUND")
        if answer == "stream: OK":
            return None
        raise ScannerSilent(f"clamd answers: {answer}")

    def version(self) -> str:
        """Program, number and date of the signatures, as `ClamAV 1.4.3/27000/Mon Nov 23 …`. Blocks. Raises `ScannerSilent`."""
        return self._ask(b"zVERSION\0", None)

    def _ask(self, command: bytes, file: IO[bytes] | None) -> str:
        try:
            with self._line() as line:
                # When it has seen enough it answers and hangs up before the end; what it said counts.
                with suppress(BrokenPipeError, ConnectionResetError):
                    line.sendall(command)
                    while file is not None and (chunk := file.read(_CHUNK)):
                        line.sendall(len(chunk).to_bytes(4) + chunk)
                    if file is not None:
                        line.sendall(bytes(4))
                return _answer(line)
        except OSError as fault:
            raise ScannerSilent(f"clamd at {self._address}: {fault}") from fault

    def _line(self) -> socket.socket:
        if self._address.startswith("/"):
            line = socket.socket(socket.AF_UNIX)
            line.settimeout(_CONNECT_S)
            try:
                line.connect(self._address)
            except BaseException:
                line.close()
                raise
        else:
            host, _, port = self._address.rpartition(":")
            line = socket.create_connection((host, int(port)), timeout=_CONNECT_S)
        line.settimeout(self._within_s)
        return line


def _answer(line: socket.socket) -> str:
    read = b""
    while not read.endswith(b"\0") and len(read) < _LONGEST_ANSWER and (piece := line.recv(_LONGEST_ANSWER)):
        read += piece
    if not read.endswith(b"\0"):
        raise ConnectionError("no whole answer")
    return read.rstrip(b"\0").decode("utf-8", "replace").strip()
