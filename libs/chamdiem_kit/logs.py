"""Structured logs, one JSON object a line, each with the trace id of the request or event it belongs to."""

import logging
import os
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from uuid import uuid4

import orjson

_trace: ContextVar[str] = ContextVar("chamdiem_trace", default="")


def trace_id() -> str:
    """The trace id of what is being done, or ''."""
    return _trace.get()


def start_trace(given: str | None = None) -> str:
    """Begin a trace; a well-formed `traceparent` (W3C) hands its trace id on."""
    parts = (given or "").split("-")
    wanted = parts[1] if len(parts) == 4 and len(parts[1]) == 32 and parts[1].isalnum() else uuid4().hex
    _trace.set(wanted)
    return wanted


class _JsonFormatter(logging.Formatter):
    def __init__(self, process: str) -> None:
        super().__init__()
        self._process = {"process": process, "pid": os.getpid()} if process else {}

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.now(UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "trace": trace_id(),
            **self._process,
        }
        if record.exc_info:
            entry["stack"] = self.formatException(record.exc_info)
        return orjson.dumps(entry).decode()


def configure_logs(level: str = "INFO", process: str = "") -> None:
    """Send all logs as JSON lines to standard error, each with the name of the process. Called once by the command."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonFormatter(process))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.getLogger("uvicorn.access").disabled = True
