"""Free ports on 127.0.0.1, kept from one start to the next, and never the same for two platforms that start at one time."""

import socket
from collections.abc import Mapping
from contextlib import ExitStack
from random import SystemRandom
from typing import Self

# Below Linux's range for outgoing connections: one of those would take a port between our look and the server's bind.
_LOWEST, _HIGHEST = 20_000, 32_000
_random = SystemRandom()


class ReservedPorts:
    """A free port for each name, all different; a remembered one again while it is free.

    Reserved against every other platform of this machine until `close`, or until this process ends in any way.
    """

    def __init__(self, names: tuple[str, ...], remembered: Mapping[str, int]) -> None:
        self.by_name: dict[str, int] = {}
        self._marks = ExitStack()
        for name in names:
            port = remembered.get(name)
            if port is None or not self._reserve(port):
                port = self._any_free()
            self.by_name[name] = port

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._marks.close()

    def _any_free(self) -> int:
        while not self._reserve(port := _random.randrange(_LOWEST, _HIGHEST)):
            pass
        return port

    def _reserve(self, port: int) -> bool:
        # A name in the kernel's own space (no file): there once, gone with its process, seen by every user, as ports are.
        mark = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            mark.bind(f"\0chamdiem-port-{port}")
        except OSError:
            mark.close()
            return False
        if not _is_free(port):
            mark.close()
            return False
        self._marks.enter_context(mark)
        return True


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the servers do: a port whose old connections are only waiting to be forgotten is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
