"""`chamdiem accounts`: many accounts from a file, and other providers people may sign in through."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from chamdiem.commands.serve import SettingsFolder, use_settings
from chamdiem.commands.stopping import complain, run_until_stopped

app = typer.Typer(help="Tài khoản: cấp hàng loạt từ tệp, liên kết với cổng đăng nhập khác.", no_args_is_help=True)

_REDIRECT = "http://127.0.0.1/callback"


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="CSV: username, holder_name, kind, roles (cách nhau bằng ;), unit_code, …")],
    url: Annotated[str, typer.Option(help="Địa chỉ của hệ thống, như https://chamdiem.tinh.vn.")],
    issuer: Annotated[str, typer.Option(help="Địa chỉ của máy chủ đăng nhập, như https://chamdiem.tinh.vn/realms/chamdiem.")],
    user: Annotated[str, typer.Option(help="Tên đăng nhập của quản trị hệ thống.")],
    output: Annotated[Path | None, typer.Option(help="Tệp kết quả, có mật khẩu dùng một lần; mặc định: cạnh TỆP.")] = None,
    password_file: Annotated[Path | None, typer.Option(help="Tệp chứa mật khẩu của quản trị; không có thì lệnh hỏi.")] = None,
) -> None:
    """Cấp các tài khoản trong tệp; chạy lại thì làm tiếp từ chỗ dừng, không cấp ai hai lần."""
    if password_file is not None:
        password = password_file.read_text("utf-8").rstrip("\r\n")
    else:
        password = typer.prompt(f"Mật khẩu của {user}", hide_input=True, err=True)
    results = output or file.with_name(f"{file.stem}.ket-qua.csv")
    raise typer.Exit(run_until_stopped(_import(file, url.rstrip("/"), issuer.rstrip("/"), user, password, results)))


@app.command("link")
def link(
    alias: Annotated[str, typer.Argument(metavar="CỔNG", help="Tên ngắn của cổng đăng nhập, như đã khai ở Keycloak.")],
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="CSV: username, number (số của người đó ở cổng kia).")],
    settings: SettingsFolder = None,
) -> None:
    """Liên kết người dùng với số của họ ở một cổng đăng nhập khác; ai không được liên kết thì không vào được bằng cổng ấy."""
    use_settings(settings)
    raise typer.Exit(run_until_stopped(_link(alias, file)))


@app.command("trust")
def trust(
    alias: Annotated[str, typer.Argument(metavar="CỔNG", help="Tên ngắn, chữ thường không dấu, như cong-tinh.")],
    issuer: Annotated[str, typer.Option(help="Địa chỉ OpenID Connect của cổng.")],
    client_id: Annotated[str, typer.Option(help="Mã ứng dụng mà cổng cấp cho hệ thống này.")],
    secret_file: Annotated[Path, typer.Option(help="Tệp chứa bí mật của ứng dụng ấy.")],
    title: Annotated[str, typer.Option(help="Tên trên nút đăng nhập.")] = "Cổng đăng nhập của tỉnh",
    number_claim: Annotated[str, typer.Option(help="Trường nào của cổng là số không đổi của một người.")] = "sub",
    settings: SettingsFolder = None,
) -> None:
    """Cho đăng nhập qua một cổng OpenID Connect khác; chỉ người đã được liên kết (accounts link) mới vào được."""
    use_settings(settings)
    raise typer.Exit(run_until_stopped(_trust(alias, title, issuer, client_id, secret_file, number_claim)))


@app.command("trust-saml")
def trust_saml(
    alias: Annotated[str, typer.Argument(metavar="CỔNG", help="Tên ngắn, chữ thường không dấu, như cong-tinh.")],
    metadata: Annotated[str, typer.Option(help="Metadata SAML 2.0 của cổng: tệp, hoặc địa chỉ https.")],
    title: Annotated[str, typer.Option(help="Tên trên nút đăng nhập.")] = "Cổng đăng nhập của tỉnh",
    number_attribute: Annotated[str, typer.Option(help="Thuộc tính nào là số không đổi của một người; không có thì là NameID.")] = "",
    settings: SettingsFolder = None,
) -> None:
    """Cho đăng nhập qua một cổng SAML 2.0; chỉ người đã được liên kết (accounts link) mới vào được."""
    use_settings(settings)
    raise typer.Exit(run_until_stopped(_trust_saml(alias, title, metadata, number_attribute)))


@app.command("program")
def program(
    client_id: Annotated[str, typer.Argument(metavar="MÃ", help="Mã của phần mềm, như kho-du-lieu.")],
    name: Annotated[str, typer.Option(help="Tên của phần mềm.")],
    secret_file: Annotated[Path, typer.Option(help="Tệp chứa bí mật của phần mềm.")],
    settings: SettingsFolder = None,
) -> None:
    """Khai một phần mềm ngoài ở máy chủ đăng nhập; in ra sub để cấp cho nó tài khoản kiểu client."""
    use_settings(settings)
    raise typer.Exit(run_until_stopped(_program(client_id, name, secret_file)))


async def _trust(alias: str, title: str, issuer: str, client_id: str, secret_file: Path, number_claim: str) -> int:
    from chamdiem.provision.keycloak import RealmRefused  # noqa: PLC0415
    from chamdiem.provision.keycloak_access import keycloak_access  # noqa: PLC0415
    from chamdiem.provision.keycloak_broker import TrustedProvider, trust_provider  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    try:
        access = keycloak_access()
        provider = TrustedProvider(alias, title, issuer, client_id, _secret(secret_file), number_claim)
        await trust_provider(access.admin, provider, access.realm)
    except (SettingsFault, OSError) as fault:
        complain(str(fault))
        return 2
    except RealmRefused as fault:
        complain(str(fault))
        return 1
    typer.echo(f"Đã khai {title}. Ở cổng ấy, hãy cho phép địa chỉ quay lại: {provider.return_address(access.public_url, access.realm)}")
    return 0


async def _trust_saml(alias: str, title: str, metadata: str, number_attribute: str) -> int:
    import httpx  # noqa: PLC0415

    from chamdiem.provision.keycloak import RealmRefused  # noqa: PLC0415
    from chamdiem.provision.keycloak_access import keycloak_access  # noqa: PLC0415
    from chamdiem.provision.keycloak_broker import TrustedSaml, trust_saml  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    try:
        provider = TrustedSaml(alias, title, await _metadata(metadata), number_attribute)
        access = keycloak_access()
        await trust_saml(access.admin, provider, access.realm)
    except (SettingsFault, OSError, ValueError) as fault:
        complain(str(fault))
        return 2
    except httpx.HTTPError as fault:
        complain(f"Không đọc được metadata ở {metadata} ({type(fault).__name__}).")
        return 1
    except RealmRefused as fault:
        complain(str(fault))
        return 1
    typer.echo(f"Đã khai {title}. Hãy đưa cho cổng ấy metadata của hệ thống: {provider.own_metadata(access.public_url, access.realm)}")
    return 0


async def _metadata(place: str) -> str:
    import httpx  # noqa: PLC0415

    if place.startswith("http://"):
        raise ValueError("Metadata mang chứng thư mà hệ thống sẽ tin: chỉ lấy qua https, hoặc đưa tệp đã kiểm tra.")
    if not place.startswith("https://"):
        return await asyncio.to_thread(Path(place).read_text, "utf-8")
    async with httpx.AsyncClient(timeout=20) as http:
        return (await http.get(place)).raise_for_status().text


async def _program(client_id: str, name: str, secret_file: Path) -> int:
    from chamdiem.provision.keycloak import Program, RealmRefused, create_program  # noqa: PLC0415
    from chamdiem.provision.keycloak_access import keycloak_access  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    try:
        access = keycloak_access()
        sub = await create_program(access.admin, Program(client_id, name, _secret(secret_file)), access.realm)
    except (SettingsFault, OSError) as fault:
        complain(str(fault))
        return 2
    except RealmRefused as fault:
        complain(str(fault))
        return 1
    typer.echo(f"Đã khai {client_id}; sub của nó: {sub}")
    return 0


def _secret(file: Path) -> str:
    return file.read_text("utf-8").strip()


async def _import(file: Path, url: str, issuer: str, user: str, password: str, results: Path) -> int:
    import aiohttp  # noqa: PLC0415  loaded where it is used: `--help` must not wait

    from chamdiem.accounts.importing import Importer, ImportStopped  # noqa: PLC0415
    from chamdiem.accounts.lines import ResultsFile, read_accounts  # noqa: PLC0415
    from chamdiem.accounts.telling import shown  # noqa: PLC0415
    from chamdiem.cycle.faults import FolderFault  # noqa: PLC0415
    from chamdiem.embedded.errors import SignInRefused  # noqa: PLC0415
    from chamdiem.provision.keycloak import CLI_CLIENT  # noqa: PLC0415
    from chamdiem.sign_in.code_flow import sign_in  # noqa: PLC0415

    try:
        lines = read_accounts(file)
        tokens = await sign_in(issuer, CLI_CLIENT, _REDIRECT, user, password)
        async with aiohttp.ClientSession(url, timeout=aiohttp.ClientTimeout(total=120)) as http:
            with shown() as told:
                granted, refused = await Importer(http, issuer, CLI_CLIENT, tokens).run(lines, ResultsFile(results), told)
    except FolderFault as fault:
        complain(str(fault))
        return 2
    except (SignInRefused, ImportStopped) as fault:
        complain(str(fault))
        return 1
    except aiohttp.ClientError as fault:
        complain(f"Máy chủ đăng nhập {issuer} không trả lời ({type(fault).__name__}).")
        return 1
    typer.echo(f"Đã cấp {granted}/{len(lines)} tài khoản, {refused} dòng bị từ chối. Kết quả và mật khẩu dùng một lần: {results}")
    return 1 if refused else 0


async def _link(alias: str, file: Path) -> int:
    from chamdiem.accounts.linking import link_all  # noqa: PLC0415
    from chamdiem.cycle.faults import FolderFault  # noqa: PLC0415
    from chamdiem_identity.provider.port import ProviderUnavailable  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    try:
        made, refused = await link_all(alias, file)
    except (FolderFault, SettingsFault) as fault:
        complain(str(fault))
        return 2
    except ProviderUnavailable as fault:
        complain(f"{fault} Hãy chạy lại lệnh để làm tiếp.")
        return 1
    for sentence in refused:
        complain(sentence)
    typer.echo(f"Đã liên kết {made} người, {len(refused)} dòng bị từ chối.")
    return 1 if refused else 0
