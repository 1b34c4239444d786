"""Run as a script between us and a server: ties the server to our life, changes the user where asked, then becomes the server.

    python -I -S tether.py PARENT_PID SIGNAL USER command…     USER: `same`, `mapped` or `UID:GID`

With PARENT_PID 0 there is no tie: only the user is changed, for a server that is to outlive us.
`mapped` is a user namespace in which root looks like nobody (PostgreSQL refuses root), so nothing has to change its owner.
Only the standard library, and no import of our own: it starts in every environment, in a few milliseconds.
"""

import ctypes
import os
import sys

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER = 0x10000000
NOBODY = 65534


def become_mapped() -> None:
    """Enter a user namespace where our own user is called nobody. Raises `OSError` where the system does not allow it."""
    user = os.geteuid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    with open("/proc/self/uid_map", "w", encoding="ascii") as uid_map:  # noqa: PTH123 - pathlib doubles the start time
        uid_map.write(f"{NOBODY} {user} 1")


def become(user: str) -> None:
    """Change to `user` as in the module's text."""
    if user == "mapped":
        become_mapped()
    elif user != "same":
        uid, gid = (int(part) for part in user.split(":"))
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)


def main() -> None:
    parent, signal, user, *command = sys.argv[1:]
    become(user)
    if int(parent):
        # After the change of user, which would clear it; the parent may have ended before it took effect.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal), 0, 0, 0)
        if os.getppid() != int(parent):
            sys.exit("the parent has ended")
    os.execv(command[0], command)  # noqa: S606 - that is the purpose


if __name__ == "__main__":
    main()
