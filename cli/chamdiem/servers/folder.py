"""The data folder of the native servers: ports, passwords, and the settings that our own processes read."""

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from chamdiem.embedded.folder import DataFolder, write_private
from chamdiem.embedded.ports import ReservedPorts

_PORTS = "ports.json"
_SECRETS = "secrets.json"


class ServersFolder(DataFolder):
    """`ports.json`, `secrets.json`, `settings/SERVICE/…`, and one folder a server. Passwords are made here and never leave it."""

    def __init__(self, path: Path) -> None:
        # Passable, not readable, for others: PostgreSQL and nginx's workers may have to run as nobody inside. Each folder in it is closed.
        super().__init__(path, mode=0o711)
        self._reserved: ReservedPorts | None = None

    @property
    def lock_descriptor(self) -> int:
        """The held lock, for a process that is to hold it with us. Raises `RuntimeError` while the folder is not held."""
        if self._lock is None:
            raise RuntimeError("the folder is not held")
        return self._lock

    def server(self, name: str) -> Path:
        """The folder of one server, made where it is missing."""
        folder = self.path / name
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def ports(self) -> Mapping[str, int]:
        """Every port by `SERVER.NAME`; empty before the first start."""
        return {name: int(port) for name, port in self.read_json(_PORTS).items()}

    def assign_ports(self, names: Iterable[str], taken: Iterable[str]) -> None:
        """Give each name a port, the one it had where that is free. `taken`: what already listens and keeps its port unseen."""
        known, kept = self.ports(), set(taken)
        self._reserved = ReservedPorts(tuple(name for name in names if name not in kept or name not in known), known)
        assigned = {**known, **self._reserved.by_name}
        if assigned != known:
            self.write_json(_PORTS, dict(assigned))

    def secret(self, name: str) -> str:
        """A password by name: letters, digits, `-` and `_`; made at its first use and on the disk before it is given."""
        known = self.read_json(_SECRETS)
        if name not in known:
            known[name] = secrets.token_urlsafe(24)
            self.write_json(_SECRETS, known)
        return str(known[name])

    def write_settings(self, settings: Mapping[str, Mapping[str, str]]) -> None:
        """Write `settings/SERVICE/chamdiem_SERVICE_FIELD`, one file a setting as Docker's secrets are; what is there already stays."""
        for service, fields in settings.items():
            folder = self.settings_of(service)
            for closed in (folder.parent, folder):
                closed.mkdir(mode=0o700, exist_ok=True)
            for field, value in fields.items():
                path = folder / f"chamdiem_{service.replace('-', '_')}_{field}"
                if not path.exists() or path.read_text("utf-8") != value:
                    write_private(path, value, durable=False)

    def settings_of(self, service: str) -> Path:
        """The folder that one process of ours is given as `CHAMDIEM_SETTINGS_DIR`."""
        return self.path / "settings" / service

    def close(self) -> None:
        if self._reserved is not None:
            self._reserved.close()
            self._reserved = None
        super().close()
