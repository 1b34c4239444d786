"""How long scripts ran in each frame, read from a trace of Chromium."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

CATEGORIES = [
    "-*",
    "devtools.timeline",
    "devtools.timeline.frame",
    "disabled-by-default-devtools.timeline",
    "disabled-by-default-devtools.timeline.frame",
    "toplevel",
    "v8.execute",
]
_SCRIPTS = frozenset({"FunctionCall", "EvaluateScript", "RunMicrotasks", "v8.evaluateModule", "V8.GC_SCAVENGER"})
_FRAME = "BeginMainThreadFrame"


@dataclass(frozen=True)
class Frames:
    """Milliseconds of script a frame: on the processor, and by the clock, which a busy machine makes longer."""

    processor_ms: tuple[float, ...]
    clock_ms: tuple[float, ...]


def read_frames(trace: bytes) -> Frames:
    """The frames of the page's main thread, the busiest of all renderers'. A frame's script is what runs until the next one begins."""
    by_thread: dict[tuple[int, int], list[Mapping[str, Any]]] = defaultdict(list)
    for event in json.loads(trace)["traceEvents"]:
        if event.get("name") == _FRAME or (event.get("name") in _SCRIPTS and event.get("ph") == "X"):
            by_thread[event["pid"], event["tid"]].append(event)
    events = max(by_thread.values(), key=lambda found: sum(event["name"] == _FRAME for event in found))
    begins = sorted(event["ts"] for event in events if event["name"] == _FRAME)
    processor, clock = [0.0] * (len(begins) + 1), [0.0] * (len(begins) + 1)
    for event in _outermost(event for event in events if event["name"] != _FRAME):
        frame = sum(begin <= event["ts"] for begin in begins)
        processor[frame] += event.get("tdur", event["dur"]) / 1000
        clock[frame] += event["dur"] / 1000
    # What ran before the first frame belongs to none.
    return Frames(tuple(processor[1:]), tuple(clock[1:]))


def _outermost(events: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    """Those that stand within no other: an outer one's time holds the inner one's."""
    until = 0.0
    for event in sorted(events, key=lambda one: (one["ts"], -one["dur"])):
        if event["ts"] >= until:
            until = event["ts"] + event["dur"]
            yield event
