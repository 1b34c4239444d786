"""Links of persons with their numbers at another provider, from a file; done by identity's own rights at Keycloak."""

from pathlib import Path

from chamdiem.cycle.csv_records import read_records
from chamdiem.cycle.faults import FolderFault
from chamdiem_identity.provider.keycloak import KeycloakAccounts, read_keycloak_settings
from chamdiem_identity.provider.port import ProviderRefused

_COLUMNS = ("username", "number")


async def link_all(alias: str, file: Path) -> tuple[int, list[str]]:
    """Link every line; how many are linked now (also before), and a sentence for each that was refused.

    Raises `FolderFault`, `SettingsFault`, `ProviderUnavailable`. Harmless to repeat.
    """
    pairs = _read(file)
    accounts = KeycloakAccounts(read_keycloak_settings())
    made, refused = 0, []
    try:
        for line, username, number in pairs:
            try:
                await accounts.link(username, alias, number)
                made += 1
            except ProviderRefused as fault:
                refused.append(f"{file}, dòng {line}: {fault}")
    finally:
        await accounts.close()
    return made, refused


def _read(file: Path) -> list[tuple[int, str, str]]:
    try:
        with file.open("rb") as stream:
            records = list(read_records(stream, columns=len(_COLUMNS), file=str(file)))
    except OSError as fault:
        raise FolderFault(str(file), f"không đọc được: {fault.strerror}.") from fault
    if not records or tuple(cell.strip() for cell in records[0].cells) != _COLUMNS:
        raise FolderFault(str(file), f"dòng đầu phải là {','.join(_COLUMNS)}.", line=1)
    found = []
    for record in records[1:]:
        cells = [cell.strip() for cell in record.cells]
        if record.width != len(_COLUMNS) or not all(cells):
            raise FolderFault(str(file), "cần đúng hai ô: tên đăng nhập và số.", line=record.line)
        found.append((record.line, cells[0], cells[1]))
    return found
