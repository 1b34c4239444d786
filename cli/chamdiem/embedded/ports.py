"""Free ports on 127.0.0.1, kept from one start to the next."""

import socket
from collections.abc import Mapping
from contextlib import ExitStack
from random import SystemRandom

# Below Linux's range for outgoing connections: one of those would take a port between our look and the server's bind.
_LOWEST, _HIGHEST = 20_000, 32_000
_random = SystemRandom()


def choose_ports(names: tuple[str, ...], remembered: Mapping[str, int]) -> dict[str, int]:
    """A free port for each name, all different; a remembered one again while it is free."""
    chosen: dict[str, int] = {}
    with ExitStack() as held:  # held until all are chosen, so that no two names get one port
        for name in names:
            wanted = remembered.get(name)
            port = wanted if wanted is not None and _hold(wanted, held) else None
            while port is None:
                tried = _random.randrange(_LOWEST, _HIGHEST)
                port = tried if _hold(tried, held) else None
            chosen[name] = port
    return chosen


def _hold(port: int, held: ExitStack) -> bool:
    probe = held.enter_context(socket.socket(socket.AF_INET, socket.SOCK_STREAM))
    # As the servers do: a port whose old connections are only waiting to be forgotten is free.
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", port))
    except OSError:
        return False
    return True
