"""The containers, really built and run: what an operator and the first administrator of an empty province meet."""

import os
import re
import signal
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.compose.stack import Stack, running_stack
from tests.support.eventually import eventually

from chamdiem.sign_in.pages import read_page

ONE_SHOT = {"databases", "provision", "edge"}
OURS = {"identity", "assessment", "appraisal", "ranking", "gateway", "evidence-worker", *ONE_SHOT}
NEW_PASSWORD = "Mat-khau-moi-2026!"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with running_stack(Path(tmp_path_factory.mktemp("compose"))) as started:
        yield started


def browser(stack: Stack) -> httpx.AsyncClient:
    """A browser that trusts the installation's own certificate."""
    trusted = ssl.create_default_context(cafile=str(stack.certificate))
    return httpx.AsyncClient(base_url=stack.origin, verify=trusted, follow_redirects=True, timeout=60)


async def signed_in(client: httpx.AsyncClient, username: str, password: str, new_password: str) -> None:
    """At the sign-in page with the password that was handed over, which must be changed there."""
    page = await client.get("/auth/sign-in", params={"next": "/"})
    for wanted, typed in (
        ("password", {"username": username, "password": password}),
        ("password-new", {"password-new": new_password, "password-confirm": new_password}),
    ):
        read = read_page(str(page.url), page.text)
        form = read.form_with(wanted)
        assert form is not None, (wanted, read.complaint, str(page.url))
        page = await client.post(form.action, data=form.fields | typed)
    assert page.status_code == 200 and str(page.url).startswith(str(client.base_url)), page.url


async def test_the_first_administrator_signs_in_with_what_provisioning_printed_and_makes_a_unit(stack: Stack) -> None:
    printed = re.search(r"Quản trị viên đầu tiên: (\S+);.*: (\S+)", stack.compose("logs", "--no-log-prefix", "provision"))
    assert printed is not None
    own_page = {"Origin": stack.origin, "X-Chamdiem": "1"}
    async with browser(stack) as client:
        await signed_in(client, printed[1], printed[2], NEW_PASSWORD)
        session = (await client.get("/auth/session")).json()
        assert [account["kind"] for account in session["accounts"]] == ["administration"]
        unit = {"code": "so-noi-vu", "name": "Sở Nội vụ", "unit_type": "department", "ranking_group": "department"}
        made = await client.post("/api/identity/units", json=unit, headers=own_page)
        assert made.status_code == 201, made.text
        account = {
            "username": "can-bo",
            "holder_name": "Nguyễn Văn An",
            "kind": "data_entry",
            "roles": [{"role": "unit_approver"}],
            "unit_code": "so-noi-vu",
        }
        granted = await client.post("/api/identity/accounts", json=account, headers=own_page)
        assert granted.status_code == 201, granted.text
        handed = granted.json()["initial_password"]
    async with browser(stack) as officer:
        await signed_in(officer, "can-bo", handed, NEW_PASSWORD)

        async def knows_the_account() -> bool:
            return (await officer.get("/api/assessment/periods")).status_code == 200

        await eventually(knows_the_account, within_s=30)
        refused = await officer.post("/api/identity/units", json=unit, headers=own_page)
        assert refused.status_code == 403


def test_only_nginx_is_reached_from_outside(stack: Stack) -> None:
    published = {
        c["Config"]["Labels"]["com.docker.compose.service"] for c in stack.containers() if any(c["NetworkSettings"]["Ports"].values())
    }
    assert published == {"nginx"}


def test_every_container_is_hardened(stack: Stack) -> None:
    for container in stack.containers():
        service, host = container["Config"]["Labels"]["com.docker.compose.service"], container["HostConfig"]
        assert host["ReadonlyRootfs"], service
        assert host["CapDrop"] == ["ALL"], service
        assert "no-new-privileges:true" in host["SecurityOpt"], service
        assert host["Memory"] > 0, service
        if service in OURS:
            assert container["Config"]["User"] == "10001:10001", service


def test_no_secret_stands_in_an_environment_or_a_command(stack: Stack) -> None:
    secrets = (stack.folder / "infra" / "secrets").iterdir()
    passwords = [file.read_text("ascii") for file in secrets if re.search(r"(password|secret|secret_key)$", file.name)]
    assert len(passwords) >= 9
    for container in stack.containers():
        shown = str(container["Config"])
        assert not [p for p in passwords if p in shown], container["Name"]


def test_a_second_start_changes_nothing(stack: Stack) -> None:
    before = {c["Id"]: c["State"]["StartedAt"] for c in stack.containers() if c["State"]["Running"]}
    stack.compose("up", "--detach", "--wait")
    assert {c["Id"]: c["State"]["StartedAt"] for c in stack.containers() if c["State"]["Running"]} == before


async def test_a_killed_service_is_started_again_by_the_engine(stack: Stack) -> None:
    async with browser(stack) as client:
        for service in ("identity", "gateway"):
            killed = stack.container(service)["State"]["Pid"]
            os.kill(killed, signal.SIGKILL)

            async def again(service: str = service, killed: int = killed) -> bool:
                state = stack.container(service)["State"]
                return bool(state["Running"]) and state["Pid"] != killed and (await client.get("/health/ready")).status_code == 200

            await eventually(again, within_s=90)


async def test_a_service_asked_to_stop_ends_cleanly(stack: Stack) -> None:
    stack.compose("stop", "ranking", "evidence-worker")
    for service in ("ranking", "evidence-worker"):
        assert stack.container(service)["State"]["ExitCode"] == 0, service
    stack.compose("up", "--detach", "--wait")
