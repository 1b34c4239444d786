"""What only nginx does: limits, its own errors, several replicas, a new configuration under load, TLS."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pydantic import ValidationError
from starlette.responses import Response
from tests.edge.behind import Behind, breaking, given, served, unused_port
from tests.edge.conftest import Front, StartNginx
from tests.support.eventually import eventually
from tests.support.house import problem_of

from chamdiem.edge.settings import WIDE, EdgeSettings, Limits

SMALL = Limits(reads_burst=10, writes_burst=5, reports_burst=2, reads_per_s=1, writes_per_s=1, reports_per_s=1)


async def many(client: httpx.AsyncClient, count: int, method: str, path: str, **kwargs: Any) -> list[httpx.Response]:
    return list(await asyncio.gather(*(client.request(method, path, **kwargs) for _ in range(count))))


def session(number: int) -> dict[str, str]:
    """A token of a session of its own."""
    return {"Authorization": f"Bearer a.b.{number:0>43}"}


def two(one: int, other: int) -> tuple[str, str]:
    """Two replicas; nginx asks the first of them first."""
    return f"127.0.0.1:{one}", f"127.0.0.1:{other}"


async def test_each_kind_of_call_has_a_limit_of_its_own_and_each_session_too(start_nginx: StartNginx) -> None:
    async with start_nginx(limits=SMALL) as (front, _):
        client = front.client()
        for kind, method, path, burst in (
            ("read", "GET", "/api/ranking/x", 10),
            ("write", "POST", "/api/ranking/x", 5),
            ("report", "GET", "/api/ranking/ranking.pdf", 2),
        ):
            answers = await many(client, burst + 4, method, path, headers=session(1))
            refused = [a for a in answers if a.status_code == 429]
            assert 3 <= len(refused) <= 4, kind
            assert {problem_of(a) for a in refused} == {(429, "request/too-many")}
            assert all(a.headers["Retry-After"] == "1" for a in refused)
            assert (await client.request(method, path, headers=session(2))).status_code == 200, kind


async def test_signing_in_is_limited_for_an_address_and_nothing_else_is_by_it(start_nginx: StartNginx) -> None:
    limits = WIDE.model_copy(update={"sign_ins_per_s": 1, "sign_ins_burst": 3})
    async with start_nginx(limits=limits) as (front, _):
        client = front.client()
        for path in ("/auth/sign-in", "/auth/callback"):
            answers = await many(client, 6, "GET", path)
            assert problem_of(answers[-1]) == (429, "request/too-many")
        assert {a.status_code for a in await many(client, 6, "GET", "/auth/session")} == {200}


async def test_made_up_tokens_do_not_escape_the_limit_of_their_address(start_nginx: StartNginx) -> None:
    async with start_nginx(limits=WIDE.model_copy(update={"calls_per_s": 1, "calls_burst": 5})) as (front, _):
        client = front.client()
        answers = [await client.get("/api/ranking/x", headers=session(n)) for n in range(8)]
        assert [a.status_code for a in answers].count(429) >= 1


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/api/assessment/criteria-sets", 4 * 1024 * 1024, 200),
        ("/api/assessment/criteria-sets", 4 * 1024 * 1024 + 1, 413),
        ("/auth/account", 64 * 1024, 200),
        ("/auth/account", 64 * 1024 + 1, 413),
    ],
)
async def test_a_body_may_be_as_large_as_its_kind_of_call_needs(plain: Front, path: str, size: int, status: int) -> None:
    answer = await plain.client().post(path, content=b"x" * size, headers=session(1))
    assert answer.status_code == status
    if status == 413:
        assert problem_of(answer) == (413, "request/body-too-large")


@pytest.fixture(scope="module")
async def plain(start_nginx: StartNginx) -> Any:
    """An nginx for tests that change nothing of it."""
    async with start_nginx(object_store_origin="http://127.0.0.1:9999") as (front, _):
        yield front


async def test_an_address_or_headers_without_end_are_refused_as_such(plain: Front) -> None:
    client = plain.client()
    assert problem_of(await client.get("/api/ranking/" + "x" * 20_000)) == (414, "request/address-too-long")
    assert problem_of(await client.get("/api/ranking/x", headers={"X": "x" * 20_000})) == (431, "request/headers-too-large")


async def test_a_name_that_is_not_ours_gets_nothing_but_the_health(plain: Front) -> None:
    client = plain.client(headers={"Host": "xau.example"})
    assert problem_of(await client.get("/api/ranking/x")) == (421, "request/unknown-host")
    assert problem_of(await client.get("/")) == (421, "request/unknown-host")
    assert (await client.get("/health/live")).text == "ok"
    assert plain.behind["ranking"].calls == []


async def test_what_is_no_request_at_all_is_a_problem_too(plain: Front) -> None:
    host, _, port = plain.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"GET /\x01 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    answer = (await reader.read()).decode()
    writer.close()
    assert answer.startswith("HTTP/1.1 400 ")
    assert '"/problems/request/refused"' in answer


async def test_pages_may_call_the_store_of_evidence(plain: Front) -> None:
    policy = (await plain.client().get("/")).headers["Content-Security-Policy"]
    assert "connect-src 'self' http://127.0.0.1:9999;" in policy


async def test_large_answers_travel_compressed_where_the_client_takes_that(plain: Front) -> None:
    plain.behind["ranking"].answer = lambda _: Response(b'{"a": "' + b"x" * 5000 + b'"}', media_type="application/json")
    client = plain.client()
    packed = await client.get("/api/ranking/x", headers={"Accept-Encoding": "gzip"})
    assert (packed.headers["Content-Encoding"], "Accept-Encoding" in packed.headers["Vary"]) == ("gzip", True)
    assert "Content-Encoding" not in (await client.get("/api/ranking/x", headers={"Accept-Encoding": "identity"})).headers


async def test_while_a_service_is_away_the_others_work_and_a_person_is_told(start_nginx: StartNginx) -> None:
    async with start_nginx(ranking=(f"127.0.0.1:{unused_port()}",)) as (front, _):
        client = front.client()
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            answer = await client.request(method, "/api/ranking/x")
            assert problem_of(answer) == (502, "request/service-unreachable"), method
            assert answer.headers["Retry-After"] == "5"
        assert (await client.get("/api/appraisal/x")).status_code == 200
        assert problem_of(await client.get("/health/ready")) == (503, "request/unavailable")
        assert (await client.get("/health/live")).status_code == 200
    async with start_nginx(gateway=(f"127.0.0.1:{unused_port()}",)) as (front, _):
        answer = await front.client().get("/auth/sign-in", headers={"Accept": "text/html"})
        assert answer.status_code == 502
        assert "<h1>Dịch vụ tạm thời không trả lời</h1>" in answer.text


async def test_who_waits_too_long_is_told_so(start_nginx: StartNginx) -> None:
    async with start_nginx(answer_within_s=1) as (front, _):
        front.behind["ranking"].hold = asyncio.Event()
        try:
            client = front.client()
            read, written, put = await asyncio.gather(
                client.get("/api/ranking/x"), client.post("/api/ranking/x"), client.put("/api/ranking/x")
            )
        finally:
            front.behind["ranking"].hold.set()
        assert problem_of(read) == (504, "request/service-slow")
        assert problem_of(written) == (504, "request/outcome-unknown")
        assert problem_of(put) == (502, "request/outcome-unknown")
        assert sorted(front.behind["ranking"].calls) == ["GET /api/ranking/x", "POST /api/ranking/x", "PUT /api/ranking/x"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_a_write_that_a_replica_may_have_done_is_never_repeated(start_nginx: StartNginx, method: str) -> None:
    healthy = Behind("ranking")
    async with breaking() as (broken, read), served(healthy) as port, start_nginx(ranking=two(broken, port)) as (front, _):
        answers = [await front.client().request(method, "/api/ranking/x", content=b"{}") for _ in range(6)]
    doubtful = [a for a in answers if a.status_code != 200]
    assert {problem_of(a) for a in doubtful} == {(502, "request/outcome-unknown")}
    assert len(read) == len(doubtful) == 1, "after its failure the broken replica is left alone"
    assert len(healthy.calls) == 5


async def test_a_reading_is_asked_of_another_replica(start_nginx: StartNginx) -> None:
    healthy = Behind("ranking")
    async with breaking() as (broken, read), served(healthy) as port, start_nginx(ranking=two(broken, port)) as (front, _):
        answers = [await front.client().get("/api/ranking/x") for _ in range(6)]
    assert {a.status_code for a in answers} == {200}
    assert len(read) == 1


async def test_a_code_of_signing_in_is_sent_once(start_nginx: StartNginx) -> None:
    healthy = Behind("gateway")
    async with breaking() as (broken, read), served(healthy) as port, start_nginx(gateway=two(broken, port)) as (front, _):
        answers = [await front.client().get("/auth/callback?code=x") for _ in range(4)]
    assert sorted(a.status_code for a in answers) == [200, 200, 200, 502]
    assert len(read) == 1


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
async def test_nobody_notices_a_replica_that_is_not_there(start_nginx: StartNginx, method: str) -> None:
    healthy = Behind("ranking")
    async with served(healthy) as port, start_nginx(ranking=two(unused_port(), port)) as (front, _):
        answers = [await front.client().request(method, "/api/ranking/x", content=b"{}") for _ in range(10)]
    assert {a.status_code for a in answers} == {200}
    assert len(healthy.calls) == 10


async def test_a_new_configuration_drops_no_call(start_nginx: StartNginx) -> None:
    added = Behind("added")
    async with served(added) as port, start_nginx() as (front, nginx):
        answers: list[httpx.Response] = []
        changed = asyncio.Event()

        async def call(number: int) -> None:
            # A kept-alive line may be closed just when the next call goes over it; browsers then repeat the call by themselves.
            client = front.client(limits=httpx.Limits(max_keepalive_connections=0))
            while not changed.is_set():
                answers.append(await client.request(("GET", "PUT")[number % 2], "/api/ranking/x"))

        async def another() -> bool:
            return bool(given(await front.client().get("/api/ranking/x"))["by"] == "added")

        calling = [asyncio.create_task(call(number)) for number in range(4)]
        held = asyncio.create_task(front.client().get("/api/appraisal/slow"))
        front.behind["appraisal"].hold = asyncio.Event()
        for _ in range(3):
            await nginx.reload(nginx.settings.model_copy(update={"ranking": (*nginx.settings.ranking, f"127.0.0.1:{port}")}))
            await eventually(another)
        front.behind["appraisal"].hold.set()
        changed.set()
        await asyncio.gather(*calling)
        assert (await held).status_code == 200, "a call that lasts outlives the change"
    assert len(answers) > 20
    assert {a.status_code for a in answers} == {200}


async def test_evidence_is_reached_by_signed_links_only(start_nginx: StartNginx) -> None:
    store = Behind("store")
    async with served(store) as port, start_nginx(object_store=(f"127.0.0.1:{port}",)) as (front, _):
        client = front.client(headers={"Cookie": "chamdiem_access=a.b.c", "Authorization": "Bearer own"})
        answer = await client.get("/chamdiem-evidence/abc?X-Amz-Signature=1")
        told = given(answer)
        assert (told["by"], told["query"]) == ("store", "X-Amz-Signature=1")
        assert told["headers"]["host"] == front.url.removeprefix("http://")
        assert not {"cookie", "authorization"} & told["headers"].keys()
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert given(await client.post("/chamdiem-receiving", content=b"x" * 21 * 1024 * 1024))["size"] == 21 * 1024 * 1024
        assert problem_of(await client.put("/chamdiem-receiving/x", content=b"x" * 23 * 1024 * 1024)) == (413, "request/body-too-large")
        assert "<title>" in (await client.get("/another-bucket/x")).text, "no other bucket"


async def test_of_the_identity_provider_only_signing_in_is_reached(start_nginx: StartNginx) -> None:
    provider = Behind("provider")
    async with served(provider) as port, start_nginx(identity_provider=(f"127.0.0.1:{port}",)) as (front, _):
        client = front.client(headers={"Cookie": "KEYCLOAK_SESSION=x"})
        for path in ("/realms/chamdiem/protocol/openid-connect/auth", "/resources/x.css", "/realms/chamdiem/login-actions/authenticate"):
            told = given(await client.get(path))
            assert (told["by"], told["headers"]["cookie"], told["headers"]["x-forwarded-proto"]) == (
                "provider",
                "KEYCLOAK_SESSION=x",
                "http",
            )
        for path in ("/admin/realms/chamdiem/users", "/realms/master/protocol/openid-connect/token", "/metrics"):
            assert '"by":' not in (await client.get(path)).text.replace(" ", "")


async def test_a_fault_of_the_identity_provider_or_the_store_is_told_as_ours_and_their_refusals_stand(start_nginx: StartNginx) -> None:
    provider, store = Behind("provider"), Behind("store")
    async with served(provider) as one, served(store) as other:
        fields = {"identity_provider": (f"127.0.0.1:{one}",), "object_store": (f"127.0.0.1:{other}",)}
        async with start_nginx(**fields) as (front, _):
            client = front.client()
            for behind, path, problem in (
                (provider, "/realms/chamdiem/protocol/openid-connect/token", "auth/provider-unavailable"),
                (provider, "/realms/chamdiem/login-actions/authenticate", "auth/provider-unavailable"),
                (store, "/chamdiem-receiving/x", "request/unavailable"),
            ):
                for status in (500, 502, 503, 504):
                    behind.answer = lambda _, status=status: Response("<p>NullPointerException", status)
                    for method in ("GET", "POST"):
                        answer = await client.request(method, path)
                        assert (problem_of(answer), answer.headers["Retry-After"]) == ((503, problem), "5")
                    page = await client.get(path, headers={"Accept": "text/html"})
                    assert (page.status_code, page.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
                    assert "thử lại sau ít phút" in page.text
                for status in (400, 401, 403, 404, 405):
                    behind.answer = lambda _, status=status: Response("của máy chủ kia", status)
                    refused = await client.get(path)
                    assert (refused.status_code, refused.text) == (status, "của máy chủ kia")


async def test_apps_are_told_the_port_of_the_browser_not_of_nginx(start_nginx: StartNginx) -> None:
    port = unused_port()
    async with start_nginx(public_origin="http://127.0.0.1:8443", listen=(f"127.0.0.1:{port}",)) as (front, _):
        told = given(await front.client().get(f"http://127.0.0.1:{port}/api/ranking/x"))
        assert told["headers"]["x-forwarded-port"] == "8443"


async def test_over_tls_only_the_host_bound_cookie_counts(start_nginx: StartNginx, tmp_path: Path) -> None:
    certificate, key = a_certificate(tmp_path)
    port, plain_port = unused_port(), unused_port()
    fields = {
        "public_origin": f"https://127.0.0.1:{port}",
        "listen": (f"127.0.0.1:{port}",),
        "redirect_listen": (f"127.0.0.1:{plain_port}",),
        "certificate": certificate,
        "certificate_key": key,
    }
    async with start_nginx(**fields) as (front, _):
        trusted = ssl.create_default_context(cafile=str(certificate))
        client = front.client(verify=trusted)
        told = given(await client.get("/api/ranking/x", headers={"Cookie": "chamdiem_access=planted.by.subdomain"}))
        assert "authorization" not in told["headers"]
        answer = await client.post("/api/ranking/x", headers={"Cookie": "__Host-chamdiem_access=a.b.c", **front.own_page})
        assert given(answer)["headers"]["authorization"] == "Bearer a.b.c"
        assert given(answer)["headers"]["x-forwarded-proto"] == "https"
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
        for unsafe in (f"http://127.0.0.1:{plain_port}", f"http://127.0.0.1:{port}"):
            sent_on = await front.client().get(f"{unsafe}/phieu?x=1")
            assert (sent_on.status_code, sent_on.headers["Location"]) == (308, f"{front.url}/phieu?x=1")
        old = ssl.create_default_context(cafile=str(certificate))
        old.minimum_version = ssl.TLSVersion.TLSv1_2
        old.maximum_version = ssl.TLSVersion.TLSv1_2
        assert (await front.client(verify=old).get("/health/live")).status_code == 200


async def test_a_balancer_in_front_is_believed_about_the_address(start_nginx: StartNginx) -> None:
    async with start_nginx(trusted_proxies=("127.0.0.1",)) as (front, _):
        told = given(await front.client().get("/api/ranking/x", headers={"X-Forwarded-For": "203.0.113.9"}))
        assert told["headers"]["x-forwarded-for"] == told["headers"]["x-real-ip"] == "203.0.113.9"


@pytest.mark.parametrize(
    "fields",
    [
        {"public_origin": "https://chamdiem.example.vn/duong-dan"},
        {"public_origin": "https://chamdiem.example.vn"},
        {"ranking": "127.0.0.1:80; return 200"},
        {"more_names": "a;b"},
        {"certificate": "/x"},
    ],
    ids=["path", "no certificate", "directive in an address", "directive in a name", "half a pair"],
)
def test_settings_that_nginx_would_misread_are_refused(fields: dict[str, Any]) -> None:
    usual: dict[str, Any] = {
        "public_origin": "http://127.0.0.1",
        "listen": "127.0.0.1:1",
        **dict.fromkeys(("identity", "assessment", "appraisal", "ranking", "gateway"), "127.0.0.1:2"),
    }
    EdgeSettings(**usual)
    with pytest.raises(ValidationError):
        EdgeSettings(**{**usual, **fields})


def a_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "tls.crt", folder / "tls.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return paths
