"""Run as a script between us and a daemon: writes down who it is, then becomes the daemon.

    python -I -S launcher.py LOCK RECORD MORE USER command…     MORE: JSON kept in the record; USER: as in `tether`

The record is written by the process itself before it is the daemon, and the folder's lock (an inherited descriptor) is let go only
then. So whoever holds the folder knows every daemon in it, at whatever moment the command that started it was killed.
Only the standard library, and no import of our own: it starts in every environment, in a few milliseconds.
"""

import json
import os
import sys


def main() -> None:
    lock, record, more, user, *command = sys.argv[1:]
    pid = os.getpid()
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:  # noqa: PTH123 - pathlib doubles the start time
        started = int(file.read().rpartition(")")[2].split()[19])
    with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:  # noqa: PTH123
        boot = file.read().strip()
    descriptor = os.open(record + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({**json.loads(more), "pid": pid, "started": started, "boot": boot}, file)
    os.rename(record + ".new", record)  # noqa: PTH104
    os.close(int(lock))
    if user != "same":
        tether = os.path.join(os.path.dirname(os.path.dirname(__file__)), "embedded", "tether.py")  # noqa: PTH118, PTH120
        command = [sys.executable, "-I", "-S", tether, "0", "0", user, *command]
    os.execv(command[0], command)  # noqa: S606 - that is the purpose


if __name__ == "__main__":
    main()
