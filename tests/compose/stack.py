"""The compose file of this checkout, built and run as a project of its own with secrets and ports of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.edge.behind import unused_port

CHECKOUT = Path(__file__).parents[2]
_COPIED = ("docker-compose.yml", "Dockerfile", ".dockerignore", "requirements", "libs", "services", "gateway", "cli", "infra", "web")
_COMPOSE = Path(sys.executable).with_name("docker-compose")


@dataclass(frozen=True)
class Stack:
    """The running project. `folder` is the copy of the checkout it runs from."""

    folder: Path
    project: str
    https_port: int
    http_port: int

    @property
    def origin(self) -> str:
        """The address in the browser."""
        return f"https://localhost:{self.https_port}"

    @property
    def certificate(self) -> Path:
        """What its TLS is to be checked against."""
        return self.folder / "infra" / "secrets" / "tls.crt"

    def compose(self, *arguments: str) -> str:
        """`docker compose …`; its standard output. Raises with what it said when it fails."""
        files = ["-f", "docker-compose.yml", "-f", str(Path(__file__).with_name("override.yml"))]
        environment = os.environ | {
            "DOCKER_BUILDKIT": "0",
            "CHAMDIEM_ORIGIN": self.origin,
            "CHAMDIEM_HTTPS_PORT": str(self.https_port),
            "CHAMDIEM_HTTP_PORT": str(self.http_port),
        }
        done = subprocess.run(
            [_COMPOSE, "-p", self.project, *files, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"docker compose {' '.join(arguments)}: {done.stderr[-3000:]}\n{done.stdout[-1000:]}")
        return done.stdout

    def containers(self) -> list[dict[str, Any]]:
        """What the engine knows of every container of the project, ended ones too."""
        ids = self.compose("ps", "-a", "-q").split()
        seen: list[dict[str, Any]] = json.loads(subprocess.run(["docker", "inspect", *ids], capture_output=True, check=True).stdout)
        return seen

    def container(self, service: str) -> dict[str, Any]:
        """The one container of a service."""
        (found,) = [c for c in self.containers() if c["Config"]["Labels"]["com.docker.compose.service"] == service]
        return found


@contextmanager
def running_stack(folder: Path) -> Iterator[Stack]:
    """Copy, make the secrets, build, start, wait; everything is gone afterwards."""
    for name in _COPIED:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "secrets", "node_modules", "dist"), dirs_exist_ok=True
            )
        else:
            shutil.copy2(source, folder / name)
    subprocess.run([folder / "infra" / "make-secrets"], check=True, capture_output=True)
    stack = Stack(folder, f"chamdiem-test-{os.getpid()}", unused_port(), unused_port())
    try:
        stack.compose("build", "--quiet")
        stack.compose("up", "--detach", "--wait")
        yield stack
    finally:
        stack.compose("down", "--volumes", "--timeout", "5")
