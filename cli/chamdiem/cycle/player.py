"""One cycle from folder to output: the order in which its stages are played (docs/design/cycle-folder.md)."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import aiohttp

from chamdiem.cycle.api import IN_FLIGHT, Api
from chamdiem.cycle.folder import CycleFolder
from chamdiem.cycle.lines import Refusal
from chamdiem.cycle.output_rows import Counts, CycleSummary, ResultRow
from chamdiem.cycle.outputs import Outputs, writing_to
from chamdiem.cycle.people import Cast, Person
from chamdiem.cycle.progress import Progress
from chamdiem.cycle.scene import Scene
from chamdiem.cycle.sending_order import order_sends
from chamdiem.cycle.sessions import ProviderAddress, Sessions
from chamdiem.cycle.stages.aggregating import send_appraisals, wait_for_results
from chamdiem.cycle.stages.appraising import appraise, begin_appraisal
from chamdiem.cycle.stages.clocks import move_clocks, on_a_clock
from chamdiem.cycle.stages.collecting import collect_results, collect_scores, missing_of
from chamdiem.cycle.stages.confirming import confirm_knock_outs
from chamdiem.cycle.stages.declaring import declare_and_approve
from chamdiem.cycle.stages.opening import open_periods, publish_documents
from chamdiem.cycle.stages.registering import grant_accounts, register_units
from chamdiem.cycle.stages.reporting import write_reports
from chamdiem.cycle.stages.sending import send_sheets, send_too_early, sheets_to_approve
from chamdiem.cycle.stages.surveying import close_survey, enter_survey
from chamdiem.cycle.told_events import ToldEvents
from chamdiem_rules.name_order import name_sort_key
from chamdiem_rules.set_types import Program

_DISTRIBUTIONS = ("chamdiem", "chamdiem-libs", "chamdiem-identity", "chamdiem-assessment", "chamdiem-appraisal", "chamdiem-ranking")


EMBEDDED, PRODUCTION = "embedded", "production"


@dataclass(frozen=True)
class RunningPlatform:
    """Where a cycle is played: a platform that answers, its identity provider, its first administrator, and its profile."""

    url: str
    provider: ProviderAddress
    administrator: Person
    events: ToldEvents
    profile: str


@dataclass(frozen=True)
class Played:
    """What came of a cycle. `results` are the rows of `results.csv` in no order."""

    summary: CycleSummary
    results: tuple[ResultRow, ...]
    unit_names: dict[str, str]


async def play(folder: CycleFolder, platform: RunningPlatform, out: Path, progress: Progress) -> Played:
    """Play the folder and put everything that came out at `out`, at once at the end.

    Raises `PlatformFault`, `Problem`, `SignInRefused` where the platform does not do what a cycle needs, `FolderFault` where `out` was
    taken meanwhile; then nothing is there.
    """
    connector = aiohttp.TCPConnector(limit=IN_FLIGHT * 2)
    async with aiohttp.ClientSession(
        connector=connector, timeout=aiohttp.ClientTimeout(total=300), cookie_jar=aiohttp.DummyCookieJar()
    ) as http:
        nobody = Cast(platform.administrator, platform.administrator, None, {}, {}, {})
        scene = Scene(folder, Api(http, platform.url, Sessions(platform.provider, connector)), nobody, platform.profile == EMBEDDED)
        aggregated = await _play_stages(scene, progress)
        with writing_to(out) as outputs:
            return await _write(scene, platform, outputs, aggregated, progress)


async def _play_stages(scene: Scene, progress: Progress) -> dict[Program, bool]:
    folder, begins = scene.folder, scene.folder.plan.phases.self_assessment_from
    sends = order_sends(folder.sent.lines, phase_from=begins)
    scene.refused += [refusal for refusals in _refused_as_read(folder) for refusal in refusals]
    scene.refused += sends.refused
    with progress.stage("units"):
        await register_units(scene)
    with progress.stage("accounts"):
        await grant_accounts(scene)
    with progress.stage("criteria"):
        await publish_documents(scene)
    with progress.stage("periods"):
        await open_periods(scene, on_a_clock(min([begins, *(send.at for send in sends.early)])))
        await send_too_early(scene, sends.early)
        await move_clocks(scene, begins)
    with progress.stage("declared"):
        await declare_and_approve(scene, sheets_to_approve(scene, sends.later))
    with progress.stage("sent"):
        await send_sheets(scene, sends.later)
    with progress.stage("appraised"):
        assignments = await begin_appraisal(scene)
        await appraise(scene, assignments)
    with progress.stage("survey"):
        await enter_survey(scene)
    with progress.stage("knock_outs"):
        await confirm_knock_outs(scene, assignments)
    with progress.stage("aggregation"):
        await send_appraisals(scene)
        await close_survey(scene)
        return await wait_for_results(scene)


async def _write(scene: Scene, platform: RunningPlatform, outputs: Outputs, aggregated: dict[Program, bool], progress: Progress) -> Played:
    decimals = {planned.criteria.code: planned.criteria.score_decimals for planned in scene.folder.plan.sets}
    names = {unit.code: unit.name for unit in reversed(scene.folder.units.lines) if unit.code in scene.units}
    with progress.stage("results"):
        results = await collect_results(scene, aggregated)
        scores = await collect_scores(scene, aggregated)
        outputs.write_scores(scores, score_decimals=decimals)
        keys = {code: name_sort_key(name, code) for code, name in names.items()}
        outputs.write_results(results, score_decimals=decimals, names=keys)
        rejected = outputs.write_rejected(scene.refused)
    with progress.stage("reports"):
        await write_reports(scene, outputs, results, aggregated)
    counts = scene.counts
    summary = CycleSummary(
        status="aggregated" if all(aggregated.values()) else "incomplete",
        missing=missing_of(scene),
        counts=Counts(
            units=counts["units"],
            sheets=counts["sheets"],
            sent=counts["sent"],
            declared=counts["declared"],
            appraised=counts["appraised"],
            rejected=rejected,
            events=await platform.events.count(),
        ),
        stages=tuple(progress.stages),
        versions={name: version(name) for name in _DISTRIBUTIONS},
        fingerprints={code: scene.fingerprints[code] for code in scene.folder.plan.fingerprints},
        platform=platform.profile,
    )
    outputs.write_summary(summary)
    return Played(summary, tuple(results), names)


def _refused_as_read(folder: CycleFolder) -> tuple[tuple[Refusal, ...], ...]:
    """Lines that are none of their file, as reading found them."""
    files = (folder.units, folder.declared, folder.sent, folder.appraised, folder.responses, folder.survey, folder.knock_outs)
    return tuple(file.refused for file in files)
