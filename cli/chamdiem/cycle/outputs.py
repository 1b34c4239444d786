"""Writing what came out of a cycle: nothing is seen under `--out` until everything is there."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, fields
from pathlib import Path, PurePosixPath

from chamdiem.cycle.faults import FolderFault
from chamdiem.cycle.lines import Refusal
from chamdiem.cycle.output_rows import CycleSummary, ResultRow, ScoreRow, csv_line

SCORES, RESULTS, REJECTED, SUMMARY, REPORTS = "scores.csv", "results.csv", "rejected.csv", "cycle.json", "reports"
FILES_IN_ORDER = ("period.yaml", "units.csv", "declared.csv", "sent.csv", "appraised.csv", "responses.csv", "survey.csv", "knock_outs.csv")


def check_out(out: Path) -> None:
    """Refuse an output that is there and not an empty folder, or that cannot be made; nothing is written. Raises `FolderFault`."""
    try:
        if out.is_symlink() and not out.exists():
            raise FolderFault(str(out), "là liên kết tới chỗ không có; hãy chọn thư mục kết quả khác.")
        if out.exists():
            if not out.is_dir():
                raise FolderFault(str(out), "không phải thư mục; hãy chọn thư mục kết quả chưa có hoặc còn trống.")
            if any(out.iterdir()):
                raise FolderFault(str(out), "thư mục kết quả không trống; hãy chọn thư mục chưa có hoặc còn trống.")
        with _sibling_of(out.resolve()):
            pass
    except OSError as fault:
        raise FolderFault(str(out), f"không ghi được vào thư mục kết quả: {fault.strerror or fault}.") from fault


class Outputs:
    """The output being made, in a hidden folder beside the final one. Each file is written once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / REPORTS).mkdir()

    def write_scores(self, rows: Iterable[ScoreRow], *, score_decimals: Mapping[str, int]) -> None:
        """`scores.csv`: the rows in the order given, which is sets as in `period.yaml`, units as in `units.csv`, leaves, adjustments."""
        self._write_csv(SCORES, _columns(ScoreRow), (row.cells(score_decimals[row.set]) for row in rows))

    def write_results(self, rows: Iterable[ResultRow], *, score_decimals: Mapping[str, int], names: Mapping[str, str]) -> None:
        """`results.csv`: sorted by program, group, rank, the unit's Vietnamese name order (`names`: unit → `name_sort_key`)."""
        ordered = sorted(rows, key=lambda row: (row.program, row.ranking_group, row.rank, names[row.unit]))
        self._write_csv(RESULTS, _columns(ResultRow), (row.cells(score_decimals[row.set]) for row in ordered))

    def write_rejected(self, refusals: Iterable[Refusal]) -> int:
        """`rejected.csv`: in the order of the files, then by line; of several refusals of one line the first given stands.

        Returns how many lines were refused.
        """
        first: dict[tuple[int, int], Refusal] = {}
        for refusal in refusals:
            first.setdefault((FILES_IN_ORDER.index(refusal.file), refusal.line), refusal)
        ordered = (first[place] for place in sorted(first))
        self._write_csv(REJECTED, _columns(Refusal), ((r.file, str(r.line), r.column, r.type, r.message) for r in ordered))
        return len(first)

    def write_report(self, name: PurePosixPath, content: bytes) -> None:
        """One report at a place that `report_names` gave."""
        path = self._folder / REPORTS / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)

    def write_summary(self, summary: CycleSummary) -> None:
        """`cycle.json`."""
        (self._folder / SUMMARY).write_text(json.dumps(asdict(summary), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    def _write_csv(self, name: str, header: Sequence[str], rows: Iterable[tuple[str, ...]]) -> None:
        with (self._folder / name).open("w", encoding="utf-8", newline="") as stream:
            stream.write(csv_line(tuple(header)))
            stream.writelines(csv_line(row) for row in rows)


@contextmanager
def writing_to(out: Path) -> Iterator[Outputs]:
    """Make the output beside `out` and put it there at the end of the block; an exception of any kind leaves nothing behind."""
    place = out.resolve()
    with _sibling_of(place) as beside:
        yield Outputs(beside)
        _put(beside, place)


@contextmanager
def _sibling_of(place: Path) -> Iterator[Path]:
    """A new empty folder beside `place`, with the parents that are missing; what is not taken away in the block is removed."""
    made = _make_parents(place.parent)
    beside = None
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{place.name[:80]}-", suffix=".dang-ghi", dir=place.parent))
        yield beside
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
        for parent in made:
            with suppress(OSError):  # the output stands in it
                parent.rmdir()


def _make_parents(parent: Path) -> list[Path]:
    """The folders made, the innermost first."""
    missing = [p for p in (parent, *parent.parents) if not p.exists()]
    parent.mkdir(parents=True, exist_ok=True)
    return missing


def _put(beside: Path, place: Path) -> None:
    there = place.exists()
    if there and any(place.iterdir()):
        raise FolderFault(str(place), "có tệp được ghi vào thư mục kết quả trong khi chạy; hãy chọn thư mục khác.")
    beside.chmod(place.stat().st_mode & 0o7777 if there else 0o777 & ~_umask())
    if there and place.samefile(Path.cwd()):  # who stands in it would go on standing in the folder replaced
        _move_parts(beside, place)
        return
    try:
        beside.replace(place)
    except OSError:
        if not there:
            raise
        _move_parts(beside, place)  # a mount point cannot be replaced


def _move_parts(beside: Path, place: Path) -> None:
    """Part by part, the summary last, so that it stands for the whole; all are taken back when one fails."""
    parts = sorted(beside.iterdir(), key=lambda part: part.name == SUMMARY)
    try:
        for part in parts:
            shutil.move(part, place / part.name)
    except BaseException:
        for part in parts:
            moved = place / part.name
            if moved.is_dir():
                shutil.rmtree(moved, ignore_errors=True)
            else:
                moved.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _columns(row: type[ScoreRow | ResultRow | Refusal]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(row))
