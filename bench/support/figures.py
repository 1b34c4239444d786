"""Figures as they are printed, each with its bound; what misses its bound fails, unless the machine is shared (`BENCH_SHARED=1`)."""

import os


def show(line: str) -> None:
    """One line of the measurement."""
    print(f"  {line}", flush=True)


def hold(what: str, measured: float, bound: float, *, at_least: bool, unit: str = "", digits: int = 2) -> None:
    """Print the figure and its bound with the machine's load, and fail where it is missed."""
    good = measured >= bound if at_least else measured <= bound
    sign = "≥" if at_least else "≤"
    load = os.getloadavg()[0]
    show(f"{what}: {measured:.{digits}f}{unit} (bound {sign} {bound:g}{unit}) {'ok' if good else 'MISSED'}; load of the machine {load:.1f}")
    assert good or os.environ.get("BENCH_SHARED"), f"{what}: {measured:.{digits}f}{unit}, bound {sign} {bound:g}{unit}"
