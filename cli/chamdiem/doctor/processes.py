"""Our own processes, each replica where the edge's settings name it, else through the address people use."""

from collections.abc import Mapping, Sequence

import aiohttp

from chamdiem.doctor.clocks import clock_findings, date_of, now
from chamdiem.doctor.finding import Finding, fault, warning, well

_WITHIN_S = 10


async def examine_process(part: str, url: str) -> list[Finding]:
    """Whether it is ready, and what it says when it is not. `url`: of its `/health/ready`."""
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_WITHIN_S)) as http:
            asked = now()
            async with http.get(url) as answer:
                theirs, answered, said, status = date_of(answer.headers.get("Date")), now(), await answer.text(), answer.status
                problem = await answer.json(content_type=None) if "json" in answer.content_type else {}
    except (aiohttp.ClientError, TimeoutError, ValueError) as failed:
        return [fault(part, f"Không trả lời ở {url} ({type(failed).__name__}); hãy chạy tiến trình này hoặc xem nhật ký của nó.")]
    if status != 200:
        return [fault(part, str(problem.get("detail") or f"trả lời {status} ở {url}; hãy xem nhật ký."))]
    found = [] if theirs is None else clock_findings(part, theirs, asked, answered)
    if said.startswith("ok; "):
        found.append(warning(part, f"{said.removeprefix('ok; ').capitalize()}; hãy xem máy chủ sự kiện."))
    return found or [well(part, "sẵn sàng.")]


def addresses(replicas: Mapping[str, Sequence[str]], public_origin: str) -> dict[str, str]:
    """What to ask: title → URL."""
    named = {f"tiến trình {service} {place}": f"http://{place}/health/ready" for service, places in replicas.items() for place in places}
    return {"cổng vào": f"{public_origin}/health/ready", **named}
