"""Run as a script in a server's place: the server in a container, for as long as this process lives.

    python run_container.py IMAGE JSON

JSON: `env`, `command`, `network` (its mode), `ports` (container's → ours on 127.0.0.1), `mounts` (ours → container's, read only).
Its output is the container's.
"""

import json
import os
import signal
import sys
from threading import Thread

# Its own cleaner would be one more image to fetch; who ends this process ends the container.
os.environ["TESTCONTAINERS_RYUK_DISABLED"] = "true"

from testcontainers.core.container import DockerContainer


def main() -> None:
    image, told = sys.argv[1], json.loads(sys.argv[2])
    container = DockerContainer(image, init=True, network_mode=told["network"]).with_command(told["command"])
    container.env.update(told["env"])
    container.ports.update({int(inner): ("127.0.0.1", ours) for inner, ours in told["ports"].items()})
    for ours, inner in told["mounts"].items():
        container.with_volume_mapping(ours, inner, "ro")
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    with container:
        Thread(target=_follow, args=(container,), daemon=True).start()
        signal.sigwait({signal.SIGTERM, signal.SIGINT})


def _follow(container: DockerContainer) -> None:
    for piece in container.get_wrapped_container().logs(stream=True, follow=True):
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
